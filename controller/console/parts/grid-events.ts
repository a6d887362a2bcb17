/** What the calendar of bookings tells its page. */
import type { CivilDate } from '../../../shared/time.ts';
import type { Bar, Hours } from './calendar-bars.ts';

/** Where a window was put. */
export interface Placed extends Hours {
  readonly date: CivilDate;
}

/** A bar was chosen at one of its days. */
export class BarOpen extends Event {
  static readonly type = 'bar-open';
  readonly bar: Bar;
  readonly day: CivilDate;

  constructor(bar: Bar, day: CivilDate) {
    super(BarOpen.type);
    this.bar = bar;
    this.day = day;
  }
}

export interface Drop {
  readonly bar: Bar;
  /** The day that was taken hold of. */
  readonly day: CivilDate;
  readonly to: Placed;
  readonly isCopy: boolean;
  /** Draws the bar where it was. */
  readonly revert: () => void;
}

/** A window was dragged, or a block in a day pulled at an end. */
export class BarDrop extends Event {
  static readonly type = 'bar-drop';
  readonly drop: Drop;

  constructor(drop: Drop) {
    super(BarDrop.type);
    this.drop = drop;
  }
}

export interface Pull {
  readonly bar: Bar;
  /** Where the bar now begins and ends, both inclusive. */
  readonly first: CivilDate;
  readonly last: CivilDate;
  readonly revert: () => void;
}

/** A bar over days was pulled at an end. */
export class BarPull extends Event {
  static readonly type = 'bar-pull';
  readonly pull: Pull;

  constructor(pull: Pull) {
    super(BarPull.type);
    this.pull = pull;
  }
}
