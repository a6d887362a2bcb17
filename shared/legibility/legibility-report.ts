/** What the rules of legibility say of a slide on several boards, told once. Pure. */
import type { Finding } from './finding.ts';

/** What one board's measurement was judged to be. */
export interface BoardFindings {
  /** Null for what is said of the words alone, wherever they stand. */
  readonly name: string | null;
  readonly findings: readonly Finding[];
}

/** One sentence, and the boards that it is about. */
export interface ReportedFinding extends Finding {
  readonly boards: readonly string[];
}

/**
 * Findings that say the same of several boards become one; failures first, then by rule. Of fixes that
 * differ the longest dwell stays.
 */
export function legibilityReport(all: readonly BoardFindings[]): readonly ReportedFinding[] {
  const merged = new Map<string, ReportedFinding>();
  for (const { name, findings } of all)
    for (const finding of findings) {
      // A dwell that is too short is one sentence, by the board that needs most.
      const said = finding.rule === 'L3' && finding.fix ? '' : finding.words;
      const key = `${finding.rule} ${finding.verdict} ${finding.field} ${said}`;
      const known = merged.get(key);
      const boards = [...new Set([...(known?.boards ?? []), ...(name === null ? [] : [name])])];
      const isLonger = secondsOf(finding) > (known ? secondsOf(known) : 0);
      merged.set(key, { ...(known && !isLonger ? known : finding), boards });
    }
  return [...merged.values()].sort((a, b) => rank(a) - rank(b));
}

function secondsOf({ fix }: Finding): number {
  return fix?.kind === 'dwell' ? fix.seconds : 0;
}

function rank({ verdict, rule }: Finding): number {
  return (verdict === 'fail' ? 0 : 1000) + Number(rule.slice(1));
}
