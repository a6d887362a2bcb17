/** Which screen this PC is: kept twice, since losing it takes a person's visit. */
import * as z from 'zod/mini';
import { idSchema } from '../../shared/content/fields.ts';
import type { BoardDatabase } from './database.ts';
import { DEVICE_KEY } from './device-key.ts';
import { dropDocument, readDocument, writeDocument, type Documents } from './documents.ts';

const deviceSchema = z.object({ token: z.string(), screenId: idSchema });
type Device = Documents['device'];

/** The quick memory is read first, as it needs no waiting; null when the board is not paired. */
export async function readDevice(
  quick: Storage | null,
  database: BoardDatabase | null,
): Promise<Device | null> {
  return readQuick(quick) ?? (database ? readDocument(database, 'device') : null);
}

/** Resolves when it is on the disk. Rejects where neither memory takes it. */
export async function writeDevice(
  quick: Storage | null,
  database: BoardDatabase | null,
  device: Device,
): Promise<void> {
  quick?.setItem(DEVICE_KEY, JSON.stringify(device));
  await writeDocument(database, 'device', device);
}

/**
 * The board was cut off: its identity and all that belonged to its screen are forgotten. So are plays that
 * wait: nobody takes them from the old token, and under the next they would count for another screen.
 */
export async function forgetDevice(
  quick: Storage | null,
  database: BoardDatabase | null,
): Promise<void> {
  quick?.removeItem(DEVICE_KEY);
  if (!database) return;
  await Promise.all([
    ...(['device', 'manifest', 'plan', 'board', 'earlierSlides'] as const).map((name) =>
      dropDocument(database, name),
    ),
    database.clear('plays'),
    database.clear('totals'),
    database.clear('receipts'),
  ]);
}

function readQuick(quick: Storage | null): Device | null {
  try {
    const parsed = deviceSchema.safeParse(JSON.parse(quick?.getItem(DEVICE_KEY) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    // Half-written or refused: the database has it too.
    return null;
  }
}
