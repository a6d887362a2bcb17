/** What a revision changed of the one before it, in words. Pure. */
import {
  pictureOf,
  videoOf,
  type SlideContent,
  type SlideRevision,
} from '../../../shared/content/slide.ts';
import { slideTexts } from '../../../shared/content/slide-texts.ts';
import { fieldLabel } from './content-fields.ts';
import { languageNames } from './languages.ts';

/** Sentences of texts, picture, film and time; one that says so when nothing differs. */
export function revisionChanges(
  before: SlideRevision | undefined,
  after: SlideRevision,
): readonly string[] {
  if (!before) return ['처음 만들었습니다.'];
  const changes = [...textChanges(before.content, after.content), ...otherChanges(before, after)];
  if (changes.length > 0) return changes;
  const isSame = JSON.stringify(before.content) === JSON.stringify(after.content);
  return [isSame ? '바뀐 것이 없습니다.' : '글 밖의 것을 고침'];
}

/** A text that one revision has and the other has not, or has otherwise. */
export interface TextDifference {
  readonly label: string;
  /** Undefined where it was added. */
  readonly from: string | undefined;
  /** Undefined where it was taken out. */
  readonly to: string | undefined;
}

/** The texts that differ, in the order of the fields; of two templates none can be laid side by side. */
export function textDifferences(
  before: SlideContent,
  after: SlideContent,
): readonly TextDifference[] {
  if (before.template !== after.template) return [];
  const old = textsByPlace(before);
  const now = textsByPlace(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((place) => {
    const [from, to] = [old.get(place), now.get(place)];
    return from === to ? [] : [{ label: labelOf(after, place), from, to }];
  });
}

/** What differs beside the texts, in sentences; empty where nothing does. */
export function otherChanges(before: SlideRevision, after: SlideRevision): readonly string[] {
  return [
    ...(before.content.template === after.content.template ? [] : ['틀을 바꿈']),
    ...pictureChanges(before.content, after.content),
    ...(before.dwellSeconds === after.dwellSeconds
      ? []
      : [`보여 주는 시간을 ${before.dwellSeconds}초에서 ${after.dwellSeconds}초로 바꿈`]),
  ];
}

function textChanges(before: SlideContent, after: SlideContent): string[] {
  return textDifferences(before, after).map(({ label, from, to }) => {
    if (from === undefined) return `${label} ‘${to ?? ''}’ 더함`;
    return to === undefined ? `${label} ‘${from}’ 뺌` : `${label} ‘${from}’ → ‘${to}’`;
  });
}

function textsByPlace(content: SlideContent): ReadonlyMap<string, string> {
  return new Map(
    slideTexts(content).map(({ field, language, text }) => [`${field} ${language}`, text]),
  );
}

function labelOf({ template }: SlideContent, place: string): string {
  const [field = '', language = 'ko'] = place.split(' ');
  const label = fieldLabel(template, field) || '글';
  return language === 'ko'
    ? label
    : `${label} (${languageNames[language as keyof typeof languageNames]})`;
}

function pictureChanges(before: SlideContent, after: SlideContent): string[] {
  const what = after.template === 'video' ? '동영상' : '사진';
  const [old, now] = [pictureOf(before), pictureOf(after)];
  if (!old && !now) return [];
  if (!old) return [`${what} 넣음`];
  if (!now) return [`${what} 뺌`];
  if (videoOf(before)?.sha256 !== videoOf(after)?.sha256) return [`${what} 바꿈`];
  if (old.sha256 !== now.sha256) {
    const isSameUpload =
      (old.straightened?.from ?? old.sha256) === (now.straightened?.from ?? now.sha256);
    return [isSameUpload ? `${what} 기울기 고침` : `${what} 바꿈`];
  }
  const isMoved = old.focusX !== now.focusX || old.focusY !== now.focusY || old.zoom !== now.zoom;
  return isMoved ? [`${what} 자른 곳 옮김`] : [];
}
