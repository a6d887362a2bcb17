/** The single documents that the board keeps: its identity, its manifest, its own document, its clock. */
import * as z from 'zod/mini';
import { civilDateSchema, idSchema } from '../../shared/content/fields.ts';
import { boardDocumentSchema } from '../../shared/protocol/http/screens.ts';
import { manifestSchema, manifestSlideSchema } from '../../shared/protocol/manifest.ts';
import { packedPlanSchema } from '../player/packed-plan.ts';
import { suspectNotesSchema } from '../player/suspects.ts';
import { committed, type BoardDatabase } from './database.ts';

const documentSchemas = {
  device: z.strictObject({ token: z.string(), screenId: idSchema }),
  manifest: z.strictObject({ manifest: manifestSchema, hash: z.string() }),
  board: boardDocumentSchema,
  /** One day of the manifest with that hash, as that build of the page plays it. */
  plan: z.strictObject({
    build: z.string(),
    hash: z.string(),
    date: civilDateSchema,
    packed: packedPlanSchema,
  }),
  /** Revisions that stand for later ones, whose files are not here yet. */
  earlierSlides: z.array(manifestSlideSchema),
  /** Server's clock minus the board's own, and the last instant that the server was heard to say. */
  clock: z.strictObject({ offsetMs: z.number(), serverAt: z.number() }),
  /** Which slides were at risk when the page died, and which page stood still. */
  suspects: suspectNotesSchema,
  hung: z.strictObject({ page: z.string() }),
  /** Recent starts of the page, in the words of safe mode. */
  starts: z.string(),
} as const;

export interface Documents {
  readonly device: z.infer<typeof documentSchemas.device>;
  readonly manifest: z.infer<typeof documentSchemas.manifest>;
  readonly board: z.infer<typeof documentSchemas.board>;
  readonly plan: z.infer<typeof documentSchemas.plan>;
  readonly earlierSlides: z.infer<typeof documentSchemas.earlierSlides>;
  readonly clock: z.infer<typeof documentSchemas.clock>;
  readonly suspects: z.infer<typeof documentSchemas.suspects>;
  readonly hung: z.infer<typeof documentSchemas.hung>;
  readonly starts: z.infer<typeof documentSchemas.starts>;
}

/** What is kept under `name`; null where there is nothing, or where an older build wrote another shape. */
export async function readDocument<Name extends keyof Documents>(
  database: BoardDatabase,
  name: Name,
): Promise<Documents[Name] | null> {
  const transaction = database.transaction('documents');
  const reading = transaction.store.get(name);
  // A read that the page does not end would hold up whoever writes.
  transaction.commit();
  return parseDocument(name, await reading);
}

/** What was read under `name`; null where it is nothing, or of another shape. */
export function parseDocument<Name extends keyof Documents>(
  name: Name,
  stored: unknown,
): Documents[Name] | null {
  const parsed = documentSchemas[name].safeParse(stored);
  return parsed.success ? (parsed.data as Documents[Name]) : null;
}

/** Keeps `document` durably: resolves once it is on the disk, and at once where there is no database. */
export async function writeDocument<Name extends keyof Documents>(
  database: BoardDatabase | null,
  name: Name,
  document: Documents[Name],
): Promise<void> {
  if (!database) return;
  const transaction = database.transaction('documents', 'readwrite', { durability: 'strict' });
  await committed(transaction, transaction.store.put(document, name));
}

/**
 * Keeps `document` where it outlives the page, though not a power cut: it is handed over before this returns,
 * so that a page which dies right afterwards has said it. Fails in silence.
 */
export function noteDocument<Name extends keyof Documents>(
  database: BoardDatabase,
  name: Name,
  document: Documents[Name],
): void {
  const transaction = database.transaction('documents', 'readwrite', { durability: 'relaxed' });
  committed(transaction, transaction.store.put(document, name)).catch(() => undefined);
}

/** Forgets `name`; nothing happens where there is none. */
export async function dropDocument(database: BoardDatabase, name: keyof Documents): Promise<void> {
  const transaction = database.transaction('documents', 'readwrite');
  await committed(transaction, transaction.store.delete(name));
}
