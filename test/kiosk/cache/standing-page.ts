/** A worker in a page's place: it does all that a page does with its documents, and stands still right afterwards. */
import { openBoardDatabase } from '../../../kiosk/cache/database.ts';
import {
  dropDocument,
  noteDocument,
  readDocument,
  writeDocument,
} from '../../../kiosk/cache/documents.ts';

addEventListener('message', ({ data }: MessageEvent<string>) => void standStill(data));

async function standStill(databaseName: string): Promise<void> {
  const database = await openBoardDatabase(databaseName);
  void readDocument(database, 'clock');
  void writeDocument(database, 'clock', { offsetMs: 1, serverAt: 2 });
  void dropDocument(database, 'device');
  noteDocument(database, 'starts', 'noted');
  postMessage('standing');
  for (;;);
}
