/**
 * What the shared schemas use of `zod/mini`, in a fiftieth of its size: the board's build puts this in its
 * place, since a page under a policy against `eval` gets only zod's slow side, and parses its manifest before
 * it can show anything. It accepts and answers exactly what zod does, but does not say what was wrong. A
 * function that is not here fails the build.
 */

const REFUSED = Symbol('refused');
type Read = (value: unknown) => unknown;
type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Schema>>;
type Fields = Readonly<Record<string, unknown>>;

interface About {
  readonly shape?: Shape;
  readonly isStrict?: boolean;
  readonly isOptional?: boolean;
  /** All that a literal accepts. */
  readonly value?: unknown;
}

class Schema {
  /** Answers what is kept of a value, or `REFUSED`. */
  readonly read: Read;
  readonly about: About;

  constructor(read: Read, about: About = {}) {
    this.read = read;
    this.about = about;
  }

  /** Of an object: what other objects are made of, too. */
  get shape(): Shape | undefined {
    return this.about.shape;
  }

  check(...checks: readonly Check[]): Schema {
    return new Schema((value) => {
      const kept = this.read(value);
      return kept !== REFUSED && checks.every((check) => check(kept)) ? kept : REFUSED;
    }, this.about);
  }

  parse(value: unknown): unknown {
    const kept = this.read(value);
    if (kept === REFUSED) throw new TypeError('not of the shape that was agreed on');
    return kept;
  }

  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown } {
    const data = this.read(value);
    return data === REFUSED ? { success: false } : { success: true, data };
  }
}

// Values

export const string = () => accepting((value) => typeof value === 'string');
export const boolean = () => accepting((value) => typeof value === 'boolean');
export const number = () => accepting(Number.isFinite);
export const int = () => accepting(Number.isSafeInteger);
export const unknown = () => accepting(() => true);
export const literal = (value: unknown) => new Schema((other) => same(other, value), { value });
export const uuid = () =>
  string().check(
    regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i),
  );
const oneOf = (values: readonly unknown[]) => accepting((value) => values.includes(value));
export { oneOf as enum };

// Around other schemas

export const nullable = ({ read }: Schema) =>
  new Schema((value) => (value === null ? null : read(value)));
export const optional = ({ read }: Schema) =>
  new Schema((value) => (value === undefined ? value : read(value)), { isOptional: true });
export const pipe = (first: Schema, second: Schema) =>
  new Schema((value) => {
    const kept = first.read(value);
    return kept === REFUSED ? kept : second.read(kept);
  });
export const transform = (change: (value: never) => unknown) => new Schema(change as Read);
export const union = (schemas: readonly Schema[]) =>
  new Schema((value) => {
    for (const { read } of schemas) {
      const kept = read(value);
      if (kept !== REFUSED) return kept;
    }
    return REFUSED;
  });

export const array = ({ read }: Schema) =>
  new Schema((values) => {
    if (!Array.isArray(values)) return REFUSED;
    const kept = values.map(read);
    return kept.includes(REFUSED) ? REFUSED : kept;
  });

export const record = (keys: Schema, values: Schema) =>
  new Schema((fields) => {
    if (!isFields(fields)) return REFUSED;
    const kept: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(fields)) {
      const field = values.read(value);
      if (keys.read(key) === REFUSED || field === REFUSED) return REFUSED;
      kept[key] = field;
    }
    return kept;
  });

// Objects

export const object = (shape: Shape) => fields({ shape });
export const strictObject = (shape: Shape) => fields({ shape, isStrict: true });
export const extend = ({ about }: Schema, shape: Shape) =>
  fields({ ...about, shape: { ...about.shape, ...shape } });
export const omit = ({ about }: Schema, names: Fields) =>
  fields({
    ...about,
    shape: Object.fromEntries(entriesOf(about).filter(([name]) => !(name in names))),
  });

/** By the literal that each alternative has under `name`. */
export const discriminatedUnion = (name: string, alternatives: readonly Schema[]) => {
  const byValue = new Map(alternatives.map((one) => [one.about.shape?.[name]?.about.value, one]));
  return new Schema((value) =>
    isFields(value) ? (byValue.get(value[name])?.read(value) ?? REFUSED) : REFUSED,
  );
};

function fields(about: About): Schema {
  const entries = entriesOf(about);
  return new Schema((value) => {
    if (!isFields(value)) return REFUSED;
    const kept: Record<string, unknown> = {};
    let left = about.isStrict ? Object.keys(value).length : Infinity;
    for (const [name, schema] of entries) {
      const isThere = name in value;
      if (!isThere && schema.about.isOptional) continue;
      const field = schema.read(value[name]);
      if (field === REFUSED) return REFUSED;
      kept[name] = field;
      left -= Number(isThere);
    }
    return left > 0 && about.isStrict ? REFUSED : kept;
  }, about);
}

// Checks

export const minimum = (least: number) => (value: unknown) => (value as number) >= least;
export const maximum = (most: number) => (value: unknown) => (value as number) <= most;
export const minLength = (least: number) => (value: unknown) => lengthOf(value) >= least;
export const maxLength = (most: number) => (value: unknown) => lengthOf(value) <= most;
export const length = (exact: number) => (value: unknown) => lengthOf(value) === exact;
export const regex = (pattern: RegExp) => (value: unknown) => pattern.test(value as string);
export const refine = (check: (value: never) => boolean) => check as Check;

function accepting(check: Check): Schema {
  return new Schema((value) => (check(value) ? value : REFUSED));
}

function same(other: unknown, value: unknown): unknown {
  return other === value ? value : REFUSED;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entriesOf({ shape = {} }: About): readonly (readonly [string, Schema])[] {
  return Object.entries(shape);
}

function lengthOf(value: unknown): number {
  return (value as { readonly length: number }).length;
}
