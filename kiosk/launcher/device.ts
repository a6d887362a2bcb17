/** What the PC and the panel can tell and do: temperature, and the panel's own brightness. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Device {
  /** Of the hottest sensor; null where there is none. */
  temperatureC(): number | null;
  /** As it was read or set last, per cent; null where it cannot be set. */
  readonly brightnessPercent: number | null;
  setBrightness(percent: number): Promise<void>;
}

/** Answers what the command wrote; rejects where it failed or is not there. */
export type Run = (command: string, words: readonly string[]) => Promise<string>;

const COMMAND_MS = 20_000;
/** The monitor control command set's code for luminance. */
const LUMINANCE = '10';

const execute = promisify(execFile);

export const runCommand: Run = (command, words) =>
  execute(command, words, { timeout: COMMAND_MS }).then(({ stdout }) => stdout);

export class BoardPc implements Device {
  readonly #run: Run;
  readonly #thermalFolder: string;
  #brightnessPercent: number | null = null;
  #most = 100;
  #wanted: number | null = null;
  #isSetting = false;

  constructor(run: Run = runCommand, thermalFolder = '/sys/class/thermal') {
    this.#run = run;
    this.#thermalFolder = thermalFolder;
  }

  get brightnessPercent(): number | null {
    return this.#brightnessPercent;
  }

  /** Asks the panel once. That it does not answer is a fact, and no error. */
  async findPanel(): Promise<void> {
    try {
      const answer = await this.#run('ddcutil', ['getvcp', LUMINANCE, '--brief']);
      const found = /VCP 10 C (\d+) (\d+)/.exec(answer);
      const [now, most] = [Number(found?.[1]), Number(found?.[2])];
      if (!(most > 0)) return;
      this.#most = most;
      this.#brightnessPercent = Math.round((now / most) * 100);
    } catch {
      // No ddcutil, or a panel (such as an LED sending card) that does not speak it.
    }
  }

  /** The newest wish wins: what came while the panel was busy is set once, after it. */
  async setBrightness(percent: number): Promise<void> {
    if (this.#brightnessPercent === null) return;
    this.#wanted = percent;
    if (this.#isSetting) return;
    this.#isSetting = true;
    try {
      for (let next = this.#takeWish(); next !== null; next = this.#takeWish()) {
        await this.#set(next);
      }
    } finally {
      this.#isSetting = false;
    }
  }

  #takeWish(): number | null {
    const wish = this.#wanted;
    this.#wanted = null;
    return wish;
  }

  async #set(percent: number): Promise<void> {
    if (percent === this.#brightnessPercent) return;
    const value = String(Math.round((percent / 100) * this.#most));
    await this.#run('ddcutil', ['setvcp', LUMINANCE, value]);
    this.#brightnessPercent = percent;
  }

  temperatureC(): number | null {
    const found = zonesIn(this.#thermalFolder)
      .map((zone) => milliDegrees(join(this.#thermalFolder, zone, 'temp')))
      // Some sensors say 0 or nonsense while they sleep.
      .filter((value) => value > 1_000 && value < 150_000);
    return found.length === 0 ? null : Math.round(Math.max(...found) / 100) / 10;
  }
}

function zonesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith('thermal_zone'));
  } catch {
    return []; // A PC without sensors.
  }
}

function milliDegrees(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return Number.NaN; // A sensor that cannot be read now.
  }
}
