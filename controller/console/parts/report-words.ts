/** The report of an announcement, line by line, for the page and for the table. Pure. */
import { repeatMsOf } from '../../../shared/content/announcement.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import type {
  AnnouncementReport,
  ReportedBoard,
} from '../../../shared/protocol/http/announcement-report.ts';
import { MINUTE_MS, type ZoneOffset } from '../../../shared/time.ts';
import { levelNames, span } from '../app/words.ts';

export interface ReportLine {
  readonly label: string;
  readonly words: string;
}

export const UNCONFIRMED = '아직 확인되지 않은 화면';

/** Who, when, how: in the order in which it came about. */
export function reportLines(
  report: AnnouncementReport,
  offsets: readonly ZoneOffset[],
): readonly ReportLine[] {
  const { announcement, sentBy, release } = report;
  const time = (at: number) => longDateTime(offsets, at);
  const { level, drill, sentAt, expiresAt, source } = announcement;
  return [
    { label: '종류', words: `${levelNames[level]}${drill ? ' (훈련)' : ''}${repeatWords(report)}` },
    { label: '보내는 곳', words: source },
    ...(release
      ? [
          { label: '요청', words: `${time(release.requestedAt)} ${sentBy}` },
          releaseLine(release, time),
        ]
      : [{ label: '보낸 사람', words: sentBy }]),
    { label: '송출', words: time(sentAt) },
    { label: '기한', words: time(expiresAt) },
    { label: '끝', words: endWords(report, time) },
  ];
}

/** When it was first seen on a board, and how long after it was accepted; or that nobody knows. */
export function paintedWords(
  { paintedAt, latencyMs }: ReportedBoard,
  offsets: readonly ZoneOffset[],
): string {
  if (paintedAt === null) return UNCONFIRMED;
  const delay = latencyMs === null ? '' : ` (${(latencyMs / 1000).toFixed(2)}초 뒤)`;
  return `${longDateTime(offsets, paintedAt)}${delay}`;
}

/** How long it was on the board, from its first frame to the first without it. */
export function shownWords(board: ReportedBoard, report: AnnouncementReport): string {
  const { paintedAt, goneAt } = board;
  if (paintedAt === null) return '-';
  if (goneAt !== null) return span(Math.max(0, goneAt - paintedAt));
  return report.end.kind === 'live'
    ? `${span(Math.max(0, report.at - paintedAt))}째 나가는 중`
    : '내려갔는지 확인되지 않음';
}

/** The same as a table. */
export function reportRows(
  report: AnnouncementReport,
  offsets: readonly ZoneOffset[],
): readonly (readonly string[])[] {
  const { announcement, boards } = report;
  return [
    ['제목', announcement.title],
    ['내용', announcement.body ?? ''],
    ...reportLines(report, offsets).map(({ label, words }) => [label, words]),
    [],
    ['화면', '처음 표출', '표출까지(밀리초)', '내려간 때', '표출 시간'],
    ...boards.map((board) => [
      board.name,
      board.paintedAt === null ? UNCONFIRMED : longDateTime(offsets, board.paintedAt),
      board.latencyMs === null ? '' : String(Math.round(board.latencyMs)),
      board.goneAt === null ? '' : longDateTime(offsets, board.goneAt),
      shownWords(board, report),
    ]),
  ];
}

function repeatWords({ announcement }: AnnouncementReport): string {
  if (announcement.level !== 'important') return '';
  return `, ${repeatMsOf(announcement) / MINUTE_MS}분마다 다시`;
}

function releaseLine(
  { kind, decidedAt, decidedBy, reason }: NonNullable<AnnouncementReport['release']>,
  time: (at: number) => string,
): ReportLine {
  if (kind === 'released') return { label: '승인', words: `${time(decidedAt)} ${decidedBy}` };
  return { label: '비상 단독 송출', words: `${decidedBy}. 사유: ${reason ?? ''}` };
}

function endWords({ end }: AnnouncementReport, time: (at: number) => string): string {
  const { kind, at, by, correction } = end;
  if (kind === 'live' || at === null) return '나가는 중';
  if (kind === 'expired') return `${time(at)} 기한이 되어 저절로 끝남`;
  const who = by === null ? '' : ` ${by}`;
  if (kind === 'cleared') return `${time(at)}${who} 해제`;
  return `${time(at)}${who} 정정: 「${correction ?? ''}」`;
}
