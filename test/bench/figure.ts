/** One measured figure beside its limit, both from the same run. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly unit: string;
  readonly limit: number;
  readonly limitName: string;
  /** The largest `ours / limit` that reaches the figure; null where the line is only information. */
  readonly atMost: number | null;
}

export type Bench = () => Promise<readonly Figure[]>;

/** The value below which the part `p` (0 to 1) of the samples lies. Throws on an empty list. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))];
  if (value === undefined) throw new Error('no samples');
  return value;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** Prints a figure as one JSON object, or as one line for people. */
export function print(figure: Figure, json: boolean): void {
  const ratio = figure.ours / figure.limit;
  if (json) {
    const { name, ours, unit, limit, limitName } = figure;
    console.log(JSON.stringify({ name, ours, unit, limit, limitName, ratio }));
    return;
  }
  const goal =
    figure.atMost === null
      ? ''
      : `  goal ≤ ${figure.atMost}×  ${ratio <= figure.atMost ? 'reached' : 'MISSED'}`;
  console.log(
    `${figure.name.padEnd(22)} ${round(figure.ours)} ${figure.unit}  |  ${figure.limitName}: ` +
      `${round(figure.limit)} ${figure.unit}  |  ${ratio.toFixed(2)}×${goal}`,
  );
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
