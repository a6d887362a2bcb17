/** What the use cases know of the storage of one-time secrets, second steps and known browsers; a part of store.ts. */
import type { EpochMs } from '../../shared/time.ts';

/** One-time secrets by their SHA-256: setup, invitation, new password by mail or from the server's shell, board link. */
export interface Secret {
  readonly hash: string;
  readonly purpose: 'setup' | 'invite' | 'reset' | 'let-in' | 'board-link';
  /** The person or screen that it is for; null for setup. */
  readonly subjectId: string | null;
  readonly expiresAt: EpochMs;
}
export interface Secrets {
  put(secret: Secret): Promise<void>;
  /** Looks without using it up. */
  get(hash: string, purpose: Secret['purpose'], now: EpochMs): Promise<Secret | undefined>;
  /** Removes and returns it; undefined when unknown, used or expired. */
  take(hash: string, purpose: Secret['purpose'], now: EpochMs): Promise<Secret | undefined>;
  removeOf(purpose: Secret['purpose'], subjectId: string | null): Promise<void>;
  removeExpired(now: EpochMs): Promise<number>;
}

/** How a person proves by their phone that it is them. */
export interface TwoStep {
  readonly personId: string;
  /** The secret that is shared with the person's app, base32. It leaves the server once, to its person. */
  readonly key: string;
  /** Null while it is being set up: then it is not asked for. */
  readonly onSince: EpochMs | null;
  /** The newest time step whose code was taken: none before it is taken again. */
  readonly lastStep: number;
}

export interface TwoSteps {
  get(personId: string): Promise<TwoStep | undefined>;
  put(twoStep: TwoStep): Promise<void>;
  /** With the person's recovery codes. */
  remove(personId: string): Promise<void>;
  /** Puts these hashes of recovery codes in the place of all earlier ones. */
  setCodes(personId: string, hashes: readonly string[]): Promise<void>;
  codesLeft(personId: string): Promise<number>;
  /** Uses a recovery code up; false for an unknown or used one. */
  takeCode(personId: string, hash: string): Promise<boolean>;
}

/** A browser in which the person signed in before, by the hash of its cookie. */
export interface KnownDevice {
  /** SHA-256 of the cookie's value, hex. */
  readonly hash: string;
  readonly personId: string;
  /** Exclusive. */
  readonly expiresAt: EpochMs;
}

export interface KnownDevices {
  /** Whose browser it is; several people may share one. */
  people(hash: string, now: EpochMs): Promise<readonly string[]>;
  put(device: KnownDevice): Promise<void>;
  removeOfPerson(personId: string): Promise<void>;
  removeExpired(now: EpochMs): Promise<number>;
}
