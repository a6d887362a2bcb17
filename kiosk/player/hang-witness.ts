/**
 * A worker beside the page: it notes in the board's database that the page stands still, since a page that
 * does cannot. Whoever kills the page then need not say why.
 */

interface Witness {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
}

const witness = self as unknown as Witness;
/** Less than whoever watches from outside waits for. */
const STILL_MS = 6_000;
let timer: ReturnType<typeof setTimeout> | undefined;
let isNoted = false;
let isWatching = false;

/** The page says its name every second; null when it is out of sight, where its timers are slow. */
witness.onmessage = ({ data }) => {
  clearTimeout(timer);
  if (isNoted) void note(null).then(() => witness.postMessage('stood still'));
  if (!isWatching) witness.postMessage('watching');
  isWatching = true;
  if (typeof data === 'string') timer = setTimeout(() => void note(data), STILL_MS);
};

async function note(page: string | null): Promise<void> {
  isNoted = page !== null;
  const opening = indexedDB.open('plaza-board');
  await settled(opening);
  const database = opening.result;
  const options = { durability: 'strict' } as const;
  const store = database.transaction('documents', 'readwrite', options).objectStore('documents');
  await settled(page === null ? store.delete('hung') : store.put({ page }, 'hung'));
  // Left open, it would hold up a newer build that has another database.
  database.close();
}

function settled(request: IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('the database refused'));
  });
}
