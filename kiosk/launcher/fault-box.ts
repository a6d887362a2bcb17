/** Faults that nobody has heard of yet, kept on the disk until the page has handed them on. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { launcherFaultSchema, type LauncherFault } from '../../shared/protocol/launcher.ts';

const MAX_FAULTS = 20;
/** Older ones keep their words only. */
const MAX_PICTURES = 5;
const faultsSchema = z.array(launcherFaultSchema);

export class FaultBox {
  readonly #path: string;
  readonly #log: (line: string) => void;
  #faults: readonly LauncherFault[];

  constructor(path: string, log: (line: string) => void) {
    this.#path = path;
    this.#log = log;
    this.#faults = this.#read();
  }

  /** Oldest first. */
  get faults(): readonly LauncherFault[] {
    return this.#faults;
  }

  /** Beyond 20 the oldest is lost. */
  keep(fault: LauncherFault): void {
    const kept = [...this.#faults, fault].slice(-MAX_FAULTS);
    this.#faults = kept.map((one, i) =>
      i < kept.length - MAX_PICTURES ? { ...one, jpegBase64: null } : one,
    );
    this.#write();
  }

  handled(id: string): void {
    this.#faults = this.#faults.filter((fault) => fault.id !== id);
    this.#write();
  }

  #read(): readonly LauncherFault[] {
    try {
      return faultsSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return []; // The first start, or a file that a power cut left half-written.
    }
  }

  #write(): void {
    try {
      mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
      writeFileSync(`${this.#path}.new`, JSON.stringify(this.#faults), { mode: 0o600 });
      renameSync(`${this.#path}.new`, this.#path);
    } catch (error) {
      // A full disk must not keep the board from being mended: the faults stay in memory.
      this.#log(`faults cannot be kept on the disk: ${String(error)}`);
    }
  }
}
