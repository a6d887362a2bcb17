/** Sends the controller what the launcher saw of the glass: a picture on request, and every fault. */
import type { ReportKind } from '../../shared/content/board-report.ts';
import { REPORTS_PATH } from '../../shared/protocol/http/device-paths.ts';
import type { LauncherFault } from '../../shared/protocol/launcher.ts';
import type { EpochMs } from '../../shared/time.ts';
import { CallFailed, type CallContext } from './call.ts';
import type { LauncherLink } from './launcher-link.ts';

export interface GlassReportsOptions {
  readonly launcher: Pick<LauncherLink, 'isThere' | 'screenshot'>;
  readonly context: () => CallContext;
  readonly newId: () => string;
  /** Server's clock minus the PC's own, milliseconds. */
  readonly offsetMs: () => number;
}

interface Report {
  readonly id: string;
  readonly kind: ReportKind;
  /** By the PC's own clock. */
  readonly at: EpochMs;
  readonly message: string | null;
}

const SEND_MS = 30_000;
/** What the controller says of a picture that it will never take. */
const HOPELESS = new Set(['too-large', 'unsupported-media', 'unreadable-media']);

export class GlassReports {
  readonly #options: GlassReportsOptions;

  constructor(options: GlassReportsOptions) {
    this.#options = options;
  }

  /** Takes a picture and sends it. Rejects in words for people where it cannot. */
  async screenshot(): Promise<void> {
    const { launcher, newId } = this.#options;
    if (!launcher.isThere)
      throw new Error('이 보드에는 사진을 찍을 프로그램(launcher)이 없습니다.');
    const { jpegBase64, takenAt } = await launcher.screenshot();
    const report = { id: newId(), kind: 'screenshot', at: takenAt, message: null } as const;
    await this.#send(report, jpegBase64);
  }

  /** Resolves once the controller has it; a picture that the controller cannot take is left out. */
  async fault({ id, kind, at, message, jpegBase64 }: LauncherFault): Promise<void> {
    const report = { id: asId(id), kind, at, message };
    try {
      await this.#send(report, jpegBase64);
    } catch (error) {
      const code = error instanceof CallFailed ? error.code : null;
      if (jpegBase64 === null || code === null || !HOPELESS.has(code)) throw error;
      await this.#send(report, null);
    }
  }

  async #send({ id, kind, at, message }: Report, jpegBase64: string | null): Promise<void> {
    const { context, offsetMs } = this.#options;
    const { fetch, origin, token } = context();
    if (token === null) throw new Error('not paired yet');
    const url = new URL(REPORTS_PATH, origin);
    const known = { id, kind, at: String(Math.max(0, Math.round(at + offsetMs()))) };
    url.search = new URLSearchParams(message ? { ...known, message } : known).toString();
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(SEND_MS),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
      body: jpegBase64 === null ? '' : bytesOf(jpegBase64),
    });
    if (!response.ok) throw new CallFailed(response.status, await codeOf(response));
  }
}

/** Launchers name faults freely; the controller's ids are lower case. */
function asId(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/^-/, 'f');
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

async function codeOf(response: Response): Promise<string | null> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : null;
  } catch {
    return null; // Not the controller's answer.
  }
}
