/** The manifests' desk over a real store, with a model of the boards that hear its pushes. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createManifests } from '../../controller/manifest/manifests.ts';
import { openStore } from '../../controller/store/sqlite-store.ts';
import type { Records, Store } from '../../controller/store/store.ts';
import { change, type Change } from '../../controller/usecases/change.ts';
import { CommandLog } from '../../controller/socket/command-log.ts';
import type { Context, Manifests } from '../../controller/usecases/context.ts';
import type { Command } from '../../shared/protocol/commands.ts';
import type { Manifest, ManifestPatch, Slot } from '../../shared/protocol/manifest.ts';
import { applyPatch } from '../../shared/schedule/apply-patch.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { seedHouse } from './house-fixture.ts';

/** Monday noon in Seoul. */
export const NOON = Date.parse('2026-11-23T12:00:00+09:00');
export const TODAY = '2026-11-23';

export interface TestDesk {
  readonly store: Store;
  readonly context: Context;
  readonly patches: ManifestPatch[];
  readonly moved: string[];
  clock: number;
  /** One change by a job. */
  run(work: (records: Records, noted: Change) => Promise<void>): Promise<void>;
  /** The desk anew over the same store, as after a restart. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startTestDesk(
  seed: (records: Records) => Promise<void> = seedHouse,
): Promise<TestDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'plaza-desk-'));
  const store = await openStore({ path: join(folder, 'plaza.db') });
  await store.transact(seed);
  const patches: ManifestPatch[] = [];
  const moved: string[] = [];
  let clock = NOON;
  const silent = () => undefined;
  const log = { info: silent, warn: silent, error: silent };
  const unanswered = (_screenId: string, command: Command, sentAt: number) =>
    new CommandLog().sent(command, sentAt);
  const boards = {
    patch: (patch: ManifestPatch) => patches.push(patch),
    moved: (screenIds: readonly string[]) => moved.push(...screenIds),
  };
  const open = (): Promise<Manifests> =>
    createManifests({ store, boards, log, now: () => clock, publicUrl: null });
  const context = {
    ...{ store, log, newId: randomUUID, now: () => clock },
    manifests: await open(),
    consoles: {
      ...{ contentChanged: silent, receiptArrived: silent },
      ...{ disconnectPerson: silent, disconnectSession: silent },
    },
    boards: {
      ...{ announce: silent, screenChanged: silent, disconnectDevice: silent },
      command: unanswered,
      states: () => [],
    },
  };
  return {
    ...{ store, context, patches, moved },
    get clock() {
      return clock;
    },
    set clock(value) {
      clock = value;
    },
    run: async (work) => {
      await change(context, { job: 'test' }, work);
    },
    restart: async () => {
      context.manifests = await open();
    },
    stop: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A board that was level once and hears patches since. */
export class ModelBoard {
  readonly #desk: TestDesk;
  readonly #screenId: string;
  #read = 0;
  manifest: Manifest;
  /** How often a patch did not fit and it had to pull. */
  pulls = 0;

  constructor(desk: TestDesk, screenId: string) {
    this.#desk = desk;
    this.#screenId = screenId;
    this.#read = desk.patches.length;
    this.manifest = held(desk, screenId).manifest;
  }

  /** Applies what was pushed since, through JSON as over the wire; pulls where it does not fit. */
  hear(): void {
    for (const patch of this.#desk.patches.slice(this.#read)) {
      if (patch.manifestId !== this.manifest.id) continue;
      const wire = JSON.parse(JSON.stringify(patch)) as ManifestPatch;
      const next = applyPatch(this.manifest, wire);
      if (!next) this.pulls += 1;
      this.manifest = next ?? held(this.#desk, this.#screenId).manifest;
    }
    this.#read = this.#desk.patches.length;
  }

  /** What it will show from now on. */
  slots(date: string): readonly Slot[] {
    return dayPlan(this.manifest, date);
  }
}

export function held(desk: TestDesk, screenId: string) {
  const found = desk.context.manifests.ofScreen(screenId);
  if (!found) throw new Error(`no manifest for ${screenId}`);
  return found;
}
