/** What an audit entry changed, field by field, in words. Pure. */
import { clock24, longDate, longDateTime } from '../../../shared/korean-date.ts';
import { isCivilDate, type ZoneOffset } from '../../../shared/time.ts';
import { weekdays } from '../app/words.ts';
import { fieldWords, namedFields, unsaid, valueWords } from './audit-field-words.ts';

export interface Difference {
  /** The field, such as `제목 · 영어`. */
  readonly label: string;
  /** Null where the field was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface WordsOf {
  readonly offsets: readonly ZoneOffset[];
  /** What the thing with this id is called today; undefined where nobody knows. */
  readonly nameOf: (id: string) => string | undefined;
}

type Path = readonly string[];
type Leaves = ReadonlyMap<string, { readonly path: Path; readonly value: unknown }>;
interface DaySpan {
  readonly fromMinute: number;
  readonly toMinute: number;
}
type Leaf = string | number | boolean | null;

/** In the order in which the fields stand; empty when nothing that has words differs. */
export function differencesOf(before: unknown, after: unknown, words: WordsOf): Difference[] {
  const old = leavesOf(before);
  const now = leavesOf(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [from, to] = [old.get(key), now.get(key)];
    const path = (from ?? to)?.path ?? [];
    const said = {
      before: from ? valueIn(path, from.value, words) : null,
      after: to ? valueIn(path, to.value, words) : null,
    };
    return said.before === said.after ? [] : [{ label: labelOf(path), ...said }];
  });
}

/** Every value below, by its path as text. A list of plain values counts as one, and so does a span of a day. */
function leavesOf(value: unknown, path: Path = []): Leaves {
  const isWhole = isDaySpan(value) || (Array.isArray(value) && isPlainList(value));
  const isBranch = typeof value === 'object' && value !== null && !isWhole;
  // Nothing at all has no fields, and is none itself.
  if (value === null && path.length === 0) return new Map();
  if (!isBranch) return new Map([[path.join('\n'), { path, value }]]);
  return new Map(
    Object.entries(value)
      .filter(([name]) => !unsaid.has(name))
      .flatMap(([name, part]) => [...leavesOf(part, [...path, name])]),
  );
}

/** Two minutes and nothing else: opening hours. A booking has them among its other fields. */
function isDaySpan(value: unknown): value is DaySpan {
  if (typeof value !== 'object' || value === null) return false;
  const { fromMinute, toMinute, ...others } = value as Readonly<Record<string, unknown>>;
  const isSpan = typeof fromMinute === 'number' && typeof toMinute === 'number';
  return isSpan && Object.keys(others).length === 0;
}

/** Not a week that is closed throughout: its days stay days. */
function isPlainList(list: readonly unknown[]): boolean {
  return list.every(isLeaf) && (list.length === 0 || list.some((value) => value !== null));
}

function isLeaf(value: unknown): value is Leaf {
  return typeof value !== 'object' || value === null;
}

function labelOf(path: Path): string {
  const parts = path.map((name, index) => {
    if (/^\d+$/.test(name)) return placeIn(path[index - 1], Number(name));
    // Korean is what everything is written in.
    return name === 'ko' ? '' : (fieldWords[name] ?? name);
  });
  return parts.filter((part) => part !== '').join(' · ') || '값';
}

function placeIn(list: string | undefined, index: number): string {
  return list === 'week' ? `${weekdays[index] ?? ''}요일` : `${index + 1}번째`;
}

function valueIn(path: Path, value: unknown, words: WordsOf): string {
  const field = path.findLast((name) => !/^\d+$/.test(name)) ?? '';
  if (!Array.isArray(value)) return leafIn(field, value, words);
  const parts = (value as unknown[]).map((part) => leafIn(field, part, words));
  return parts.length === 0 ? '없음' : parts.join(', ');
}

function leafIn(field: string, value: unknown, { offsets, nameOf }: WordsOf): string {
  if (value === null || value === undefined || value === '') return '없음';
  if (typeof value === 'boolean') return value ? '예' : '아니요';
  if (typeof value === 'number') return numberIn(field, value, offsets);
  if (isDaySpan(value)) return `${clock24(value.fromMinute)}~${clock24(value.toMinute)}`;
  if (typeof value !== 'string') return JSON.stringify(value);
  const known = valueWords[field]?.[value];
  if (known !== undefined) return known;
  if (namedFields.has(field)) return nameOf(value) ?? value;
  return isCivilDate(value) ? longDate(value) : value;
}

function numberIn(field: string, value: number, offsets: readonly ZoneOffset[]): string {
  if (/(At|Until)$/.test(field)) return longDateTime(offsets, value);
  if (field.endsWith('Minute')) return clock24(value);
  if (field === 'weekday') return `${weekdays[value] ?? value}요일`;
  return String(value);
}
