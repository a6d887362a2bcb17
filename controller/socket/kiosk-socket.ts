/** Boards: who may connect, and what they say. */
import { commandAnswerSchema } from '../../shared/protocol/commands.ts';
import {
  beatSchema,
  emptySchema,
  helloSchema,
  kioskProblemSchema,
  playsSchema,
  playTotalsSchema,
  receiptsSchema,
  type KioskToController,
  type Newest,
} from '../../shared/protocol/events.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { Refusal } from '../../shared/problem.ts';
import { deviceOfToken } from '../people/device-token.ts';
import type { DeviceRecord } from '../store/store.ts';
import type { Context } from '../usecases/context.ts';
import { takeBoardProblems, type ToldProblem } from '../usecases/take-board-problems.ts';
import { createBatch } from './batch.ts';
import type { KioskData, KioskNamespace, KioskSocket, LiveBoards } from './boards.ts';
import { newBudget } from './budget.ts';
import { createProof } from './proof.ts';
import { receiver, type EventTable } from './receive.ts';
import { refusing } from './refusing.ts';

const SEEN_BATCH = 200;
const PROBLEM_BATCH = 100;

/**
 * Opens the namespace of the boards; `boards` keeps who is there. `settled` waits for what the last
 * boards that left still have to store.
 */
export function openKiosks(
  namespace: KioskNamespace,
  context: Context,
  boards: LiveBoards,
): { settled(): Promise<void> } {
  const receive = receiver(kioskEvents(context, boards), context);
  const markSeen = createBatch<string, null>(SEEN_BATCH, (ids) => saveSeen(context, ids));
  let lastSeen: Promise<unknown> = Promise.resolve();

  namespace.use((socket, next) => {
    refusing(context.log, next, async () => {
      const device = await authenticate(context, socket);
      const screen = await context.store.records.screens.get(device.screenId);
      if (!screen) throw new Refusal('not-found', '화면이 없습니다. 다시 연결하십시오.');
      socket.data.deviceId = device.id;
      socket.data.screenId = device.screenId;
      socket.data.budget = newBudget(context.now());
      boards.knowVersion(screen.id, screen.version);
    });
  });
  namespace.on('connection', (socket) => {
    const held = context.manifests.ofScreen(socket.data.screenId);
    if (!held || !boards.enter(socket, held.manifest.id)) {
      socket.disconnect(true);
      return;
    }
    // One listener for all events instead of one closure for each: thousands of boards are connected.
    socket.onAny((...args: readonly unknown[]) => {
      receive(socket.data, {
        budget: socket.data.budget,
        args,
        cut: () => socket.disconnect(true),
      });
    });
    socket.on('disconnect', () => {
      boards.leave(socket);
      lastSeen = markSeen(socket.data.deviceId).catch((error: unknown) => {
        context.log.warn({ err: error }, 'when a board was last seen was not stored');
      });
    });
  });
  return {
    settled: async () => {
      await lastSeen;
    },
  };
}

function kioskEvents(
  context: Context,
  boards: LiveBoards,
): EventTable<KioskToController, KioskData> {
  const proof = createProof(context, boards.acceptances);
  const takeProblem = createBatch<ToldProblem, null>(PROBLEM_BATCH, (told) =>
    takeBoardProblems(context, told),
  );
  const newest = (screenId: string) => newestOf(context, boards, screenId);
  return {
    'kiosk:hello': {
      schema: helloSchema,
      run: ({ screenId }, hello) => {
        if (hello.protocol !== PROTOCOL_VERSION)
          throw new Refusal('outdated', '보드의 판이 서버와 다릅니다. 보드를 새로 고치십시오.');
        boards.heard(screenId, context.now(), { held: hello.held });
        boards.greet(screenId, hello.build, context.now());
        return newest(screenId);
      },
    },
    'kiosk:beat': {
      schema: beatSchema,
      run: ({ screenId }, beat) => {
        boards.heard(screenId, context.now(), beat);
        return newest(screenId);
      },
    },
    'kiosk:plays': {
      schema: playsSchema,
      run: ({ screenId }, { plays }) => proof.plays(screenId, plays),
    },
    'kiosk:play-totals': {
      schema: playTotalsSchema,
      run: ({ screenId }, { totals }) => proof.playTotals(screenId, totals),
    },
    'kiosk:receipts': {
      schema: receiptsSchema,
      run: ({ screenId }, { receipts }) => proof.receipts(screenId, receipts),
    },
    'kiosk:problem': {
      schema: kioskProblemSchema,
      run: ({ screenId }, problem) => {
        const { kind, slideId, revisionId, message } = problem;
        if (kind === 'slide-misfit' && slideId !== null && revisionId !== undefined)
          boards.misfit(screenId, { slideId, revisionId, message });
        return takeProblem({ screenId, kind, slideId, message });
      },
    },
    'kiosk:answer': {
      schema: commandAnswerSchema,
      run: ({ screenId }, answer) => {
        boards.answered(screenId, answer, context.now());
        return null;
      },
    },
    'kiosk:time': { schema: emptySchema, run: () => ({ serverAt: context.now() }) },
  };
}

function newestOf(context: Context, boards: LiveBoards, screenId: string): Newest {
  const held = context.manifests.ofScreen(screenId);
  if (!held) throw new Refusal('not-found', '화면이 없습니다. 다시 연결하십시오.');
  return {
    serverAt: context.now(),
    screenId,
    manifestId: held.manifest.id,
    manifestRevision: held.manifest.revision,
    manifestHash: held.hash,
    announcementSeq: boards.announcementSeq,
    screenVersion: boards.versionOf(screenId),
  };
}

async function authenticate(context: Context, socket: KioskSocket): Promise<DeviceRecord> {
  const token: unknown = socket.handshake.auth.token;
  const device = await deviceOfToken(
    context.store.records,
    typeof token === 'string' ? token : undefined,
  );
  if (!device)
    throw new Refusal('unauthenticated', '연결이 끊긴 보드입니다. 화면을 다시 연결하십시오.');
  return device;
}

/** Written when a board goes, not at every beat: a durable write each would cost more than all else. */
async function saveSeen(context: Context, deviceIds: readonly string[]): Promise<readonly null[]> {
  const lastSeenAt = context.now();
  await context.store.transact(async (records) => {
    for (const id of new Set(deviceIds)) {
      const device = await records.devices.get(id);
      if (device) await records.devices.put({ ...device, lastSeenAt });
    }
  });
  return deviceIds.map(() => null);
}
