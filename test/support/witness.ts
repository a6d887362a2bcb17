/** Boards that write down what they really played by, to be held against the plan of record. */
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { slotOnAir } from '../../shared/schedule/on-air.ts';
import { planDateAt } from '../../shared/schedule/window.ts';
import { held, ModelBoard, type TestDesk } from './test-desk.ts';

interface Heard {
  readonly at: number;
  readonly manifest: Manifest;
}

/** One board that hears every push of its desk at once, and pulls only where it must. */
export class Witness {
  readonly #desk: TestDesk;
  readonly #screenId: string;
  readonly #board: ModelBoard;
  readonly #heard: Heard[];
  readonly #plans = new Map<Manifest, Map<string, readonly Slot[]>>();
  /** Pulls of a board that heard a patch for its own manifest: there must be none. */
  misfits = 0;

  constructor(desk: TestDesk, screenId: string) {
    this.#desk = desk;
    this.#screenId = screenId;
    this.#board = new ModelBoard(desk, screenId);
    this.#heard = [{ at: desk.clock, manifest: this.#board.manifest }];
  }

  get since(): number {
    return this.#heard[0]?.at ?? 0;
  }

  /** After each change. `isPulling` as a board that was cut off, so that it knows only what it pulls. */
  hear(isPulling = false): void {
    const board = this.#board;
    board.hear();
    this.misfits = board.pulls;
    const newest = held(this.#desk, this.#screenId).manifest;
    const isBehind = board.manifest.id !== newest.id || board.manifest.revision !== newest.revision;
    if (isBehind && !isPulling && board.manifest.id === newest.id) this.misfits += 1;
    if (isBehind) board.manifest = newest;
    if (this.#heard.at(-1)?.manifest !== board.manifest)
      this.#heard.push({ at: this.#desk.clock, manifest: board.manifest });
  }

  /** What was on this board's glass at `at`, and on which screen day. */
  shown(at: number): { readonly date: string; readonly slot: Slot | undefined } {
    const { manifest } = this.#heard.findLast((one) => one.at <= at) ?? this.#heard[0]!;
    const date = planDateAt(manifest.calendar, at);
    return { date, slot: slotOnAir(this.#slots(manifest, date), at) };
  }

  /** The manifest that it played by at `at`. */
  manifestAt(at: number): Manifest {
    return (this.#heard.findLast((one) => one.at <= at) ?? this.#heard[0]!).manifest;
  }

  #slots(manifest: Manifest, date: string): readonly Slot[] {
    const plans = this.#plans.get(manifest) ?? new Map<string, readonly Slot[]>();
    this.#plans.set(manifest, plans);
    const known = plans.get(date) ?? dayPlan(manifest, date);
    plans.set(date, known);
    return known;
  }
}
