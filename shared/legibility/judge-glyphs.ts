/** [L1] [L2] [L4.2] [L5] Each text by itself. */
import type { Finding } from './finding.ts';
import { glyphNeed, type GlyphNeed } from './glyph.ts';
import type { Judged, JudgedBoard } from './judged.ts';
import type { MeasuredText } from './measurement.ts';

const CONTRAST = { fail: 4.5, warn: 7 } as const;
const CONTRAST_OF_LARGE = { fail: 3, warn: 4.5 } as const;
/** A text of so many times the least height is large. */
const LARGE = 2;

/** Of several texts that a rule finds wrong in the same way, each is told, for each is a field to mend. */
export function judgeGlyphs({ measurement, board }: Judged): Finding[] {
  const findings = measurement.texts.flatMap((text) => {
    const need = glyphNeed(text.text, board);
    return [...heightOf(text, need, board), ...contrastOf(text, need), ...roomOf(text)];
  });
  const omitted = measurement.omitted.map((field) => omittedFinding(field));
  return [...findings, ...omitted];
}

function omittedFinding(field: string): Finding {
  const common = { verdict: 'warn' as const, field, fix: null };
  if (field === 'link')
    return {
      ...common,
      rule: 'L14',
      words:
        '이 화면에는 QR 코드가 찍힐 만큼 크게 들어갈 자리가 없어 빠집니다. 작은 화면에는 QR 안내 틀을 쓰십시오.',
    };
  const words = '이 화면에는 들어갈 자리가 없어 빠집니다. 다른 글을 줄이면 들어갈 수 있습니다.';
  return { ...common, rule: 'L4', words };
}

function heightOf(
  { field, glyphPx }: MeasuredText,
  need: GlyphNeed,
  board: JudgedBoard,
): Finding[] {
  if (glyphPx >= need.goodPx) return [];
  const isFailing = glyphPx < need.leastPx;
  if (!isFailing && field === '') return [];
  const { pitchMm, viewingDistanceM } = board;
  const isByPixels = glyphPx * pitchMm >= (isFailing ? 4 : 7.3) * viewingDistanceM;
  const words = isByPixels
    ? `글자가 ${String(Math.floor(glyphPx))}픽셀이라 획이 ${isFailing ? '뭉개집니다' : '촘촘합니다'}. 글을 줄이면 글자가 커집니다.`
    : `${String(viewingDistanceM)} m에서 읽기에는 글자가 ${isFailing ? '너무 작습니다' : '작은 편입니다'}. 글을 줄이면 글자가 커집니다.`;
  const verdict = isFailing ? 'fail' : 'warn';
  return [{ rule: isByPixels ? 'L2' : 'L1', verdict, field, words, fix: null }];
}

function contrastOf({ field, glyphPx, contrast }: MeasuredText, need: GlyphNeed): Finding[] {
  const limits = glyphPx >= LARGE * need.leastPx ? CONTRAST_OF_LARGE : CONTRAST;
  if (contrast >= limits.warn) return [];
  const ratio = `${contrast.toFixed(1)}:1`;
  if (contrast >= limits.fail)
    return [
      {
        ...{ rule: 'L5', verdict: 'warn', field, fix: null },
        words: `글자와 바탕의 밝기 차이가 크지 않습니다(${ratio}). 덜 밝은 사진이면 더 잘 보입니다.`,
      },
    ];
  return [
    {
      ...{ rule: 'L5', verdict: 'fail', field, fix: null },
      words: `글자가 바탕에 묻힙니다(${ratio}). 더 어두운 사진으로 바꾸거나 사진을 옮겨 주십시오.`,
    },
  ];
}

function roomOf({ field, isInside }: MeasuredText): Finding[] {
  if (isInside) return [];
  const words = '글이 자리를 넘칩니다. 줄여 주십시오.';
  return [{ rule: 'L4', verdict: 'fail', field, words, fix: null }];
}
