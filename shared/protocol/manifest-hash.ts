/**
 * A content hash of a manifest that does not depend on the order of lists or keys. Each entity is hashed
 * once per object, so a new revision costs what changed. For finding differences, not for trust.
 */
import type { Manifest } from './manifest.ts';

interface Lanes {
  readonly high: number;
  readonly low: number;
}

const known = new WeakMap<object, Lanes>();

/**
 * 16 hex digits over the calendar, the entities and the carry of `manifest`; its id and revision do not
 * count. Entities must not be changed in place: they are remembered by object.
 */
export function manifestHash(manifest: Manifest): string {
  let high = 0;
  let low = 0;
  const add = (kind: number, entity: object) => {
    const lanes = hashOf(entity);
    high = (high + mix(lanes.high ^ Math.imul(kind, 0x9e3779b1))) | 0;
    low = (low + mix(lanes.low ^ Math.imul(kind, 0x85ebca77))) | 0;
  };
  add(1, manifest.calendar);
  for (const organization of manifest.organizations) add(2, organization);
  for (const shop of manifest.shops) add(3, shop);
  for (const slide of manifest.slides) add(4, slide);
  for (const booking of manifest.bookings) add(5, booking);
  if (manifest.carry) add(6, manifest.carry);
  return hex(high) + hex(low);
}

function hashOf(entity: object): Lanes {
  let lanes = known.get(entity);
  if (!lanes) {
    lanes = { high: valueHash(entity, 0x2545f491), low: valueHash(entity, 0x1b873593) };
    known.set(entity, lanes);
  }
  return lanes;
}

function valueHash(value: unknown, seed: number): number {
  if (typeof value === 'string') return textHash(value, seed ^ 0x51);
  if (typeof value === 'number') return textHash(String(value), seed ^ 0x52);
  if (typeof value === 'boolean') return mix(seed ^ (value ? 0x53 : 0x54));
  if (typeof value !== 'object' || value === null) return mix(seed ^ 0x55);
  return Array.isArray(value) ? listHash(value, seed) : recordHash(value, seed);
}

function listHash(values: readonly unknown[], seed: number): number {
  let hash = mix(seed ^ values.length);
  for (const value of values) hash = mix(Math.imul(hash, 31) + valueHash(value, seed));
  return mix(hash ^ 0x56);
}

/** A sum over the members, so that their order does not matter; an undefined member is as none. */
function recordHash(value: object, seed: number): number {
  let hash = 0;
  for (const [key, member] of Object.entries(value))
    if (member !== undefined)
      hash = (hash + mix(Math.imul(textHash(key, seed), 33) ^ valueHash(member, seed))) | 0;
  return mix(hash ^ seed ^ 0x57);
}

function textHash(text: string, seed: number): number {
  let hash = seed ^ text.length;
  for (let i = 0; i < text.length; i += 1)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) ^ (hash >>> 15);
  return mix(hash);
}

/** MurmurHash3's finaliser. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
