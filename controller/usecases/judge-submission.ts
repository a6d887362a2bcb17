/** What is decided when a slide is submitted: whether it can be read, and on how many pages it stands. */
import { videoOf } from '../../shared/content/slide.ts';
import type { Slide, SlideRevision } from '../../shared/content/slide.ts';
import { falseClaims } from '../../shared/legibility/false-claims.ts';
import { judgeMeasured, pagesOf } from '../../shared/legibility/judge-measured.ts';
import type { Judgement, Measured } from '../../shared/legibility/judgement.ts';
import { kindOfBoard, targetBoards } from '../../shared/legibility/target-boards.ts';
import { Refusal } from '../../shared/problem.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Records } from '../store/store.ts';

export interface Submission {
  readonly slide: Slide;
  readonly latest: SlideRevision;
  /** By the console, on boards that may play it; empty leaves only the words to be judged. */
  readonly measured: readonly Measured[];
  readonly at: number;
}

/**
 * Judges what was measured, with the boards as the server knows them, and the words again. Throws `invalid` with
 * the fields that fail, of screens that do not exist, and of a measurement that is of other words.
 */
export async function judgeSubmission(
  records: Records,
  { slide, latest, measured, at }: Submission,
): Promise<Judgement> {
  const { content, dwellSeconds } = latest;
  const screens = await records.screens.all();
  const ids = new Set(screens.map(({ id }) => id));
  refuseAny([
    ...measured.flatMap(({ screenId }, index) => (ids.has(screenId) ? [] : unknownScreen(index))),
    ...measured.flatMap(({ measurement }) => falseClaims(content, measurement).map(forged)),
  ]);
  const film = videoOf(content);
  const media = film ? await records.media.get(film.sha256) : undefined;
  const flashesPerSecond = media?.video?.flashesPerSecond;
  const findings = judgeMeasured({ content, dwellSeconds, measured, screens, flashesPerSecond });
  refuseAny(
    findings
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ field, words }) => ({
        path: field === '' ? 'dwellSeconds' : `content.${field}`,
        message: words,
      })),
  );
  const measuredIds = [...new Set(measured.map(({ screenId }) => screenId))];
  const kinds = new Set(screens.filter(({ id }) => measuredIds.includes(id)).map(kindOfBoard));
  const targets = targetBoards(slide, await records.bookings.all(), screens);
  return {
    ...{ revisionId: latest.id, at, pages: pagesOf(measured), screenIds: measuredIds },
    unmeasured: targets.filter((board) => !kinds.has(kindOfBoard(board))).map(({ id }) => id),
    warnings: findings.map(({ rule, field, words, boards }) => ({
      ...{ rule, field, words },
      screenIds: [...boards],
    })),
  };
}

function refuseAny(problems: readonly FieldProblem[]): void {
  if (problems.length > 0)
    throw new Refusal('invalid', '화면에 내기에는 고칠 곳이 있습니다.', [...problems]);
}

function unknownScreen(index: number): FieldProblem[] {
  const message = '그 화면이 없습니다. 콘솔을 새로 고친 뒤 다시 보내 주십시오.';
  return [{ path: `measured.${index}.screenId`, message }];
}

function forged(field: string): FieldProblem {
  const message = '화면에서 잰 글이 적힌 글과 다릅니다. 콘솔을 새로 고친 뒤 다시 보내 주십시오.';
  return { path: `content.${field}`, message };
}
