/** An announcement as a person is writing it. */
import {
  otherLanguages,
  repeatChoices,
  type Announcement,
  type AnnouncementFields,
  type AnnouncementLevel,
  type OtherLanguage,
  type RepeatMinutes,
} from '../../../shared/content/announcement.ts';
import type { AnnouncementTemplate } from '../../../shared/content/announcement-templates.ts';
import type { Glass } from '../../../shared/protocol/events.ts';
import { MINUTE_MS, type EpochMs } from '../../../shared/time.ts';

/** How long it stays: minutes from sending, or until an instant. */
export type Expiry = number | { readonly until: EpochMs };

export interface TranslationDraft {
  readonly title: string;
  readonly body: string;
}

/** Texts are empty where nothing is written. */
export interface AnnouncementDraft extends Pick<
  AnnouncementFields,
  'level' | 'title' | 'source' | 'screens' | 'drill'
> {
  readonly body: string;
  readonly expiry: Expiry;
  readonly allClear: string;
  readonly translations: Readonly<Record<OtherLanguage, TranslationDraft>>;
  readonly repeatMinutes: RepeatMinutes;
}

export const expiryMinutes = [30, 60, 180, 360] as const;

export function newAnnouncement(level: AnnouncementLevel, source: string): AnnouncementDraft {
  return {
    ...{ level, title: '', body: '', source, screens: 'all', drill: false, expiry: 60 },
    ...{ allClear: '', repeatMinutes: repeatChoices[0] },
    translations: eachLanguage(() => ({ title: '', body: '' })),
  };
}

/** The same words to the same end, such as a correction starts from. */
export function draftOf(announcement: AnnouncementFields): AnnouncementDraft {
  const { level, title, body, source, screens, drill, expiresAt } = announcement;
  const { allClear, translations, repeatMinutes } = announcement;
  return {
    ...{ level, title, source, screens, drill },
    body: body ?? '',
    expiry: { until: expiresAt },
    allClear: allClear ?? '',
    repeatMinutes: repeatMinutes ?? repeatChoices[0],
    translations: eachLanguage((language) => {
      const own = translations?.[language];
      return { title: own?.title ?? '', body: own?.body ?? '' };
    }),
  };
}

/** The words of the template, with who says so and the boards as they were. */
export function fromTemplate(
  { source, screens, repeatMinutes }: AnnouncementDraft,
  { level, title, body, expiryMinutes: expiry, allClear, titles }: AnnouncementTemplate,
): AnnouncementDraft {
  return {
    ...{ level, title, body, source, screens, drill: false, expiry, allClear, repeatMinutes },
    translations: eachLanguage((language) => ({ title: titles[language], body: '' })),
  };
}

/** What is sent at `now`: nothing of another level, nothing empty. */
export function fieldsAt(draft: AnnouncementDraft, now: EpochMs): AnnouncementFields {
  const { level, title, source, screens, drill, expiry, body, allClear, repeatMinutes } = draft;
  return {
    ...{ level, title, source, screens, drill },
    body: body.trim() === '' ? null : body,
    expiresAt: typeof expiry === 'number' ? now + expiry * MINUTE_MS : expiry.until,
    ...(level === 'emergency' && allClear.trim() !== '' ? { allClear } : {}),
    ...(level === 'important' && repeatMinutes !== repeatChoices[0] ? { repeatMinutes } : {}),
    ...(level === 'notice' ? {} : translationsIn(draft)),
  };
}

/** For the preview. */
export function announcementOf(draft: AnnouncementDraft, now: EpochMs): Announcement {
  return {
    ...fieldsAt(draft, now),
    ...(draft.title.trim() === '' ? { title: '제목을 적어 주십시오' } : {}),
    ...(draft.source.trim() === '' ? { source: '보내는 곳' } : {}),
    ...{ id: 'preview', seq: 1, sentAt: now, sentBy: 'preview' },
    ...{ clearedAt: null, corrects: null, slideId: null, bookingId: null },
  };
}

export function layerOf(level: AnnouncementLevel): Glass['layer'] {
  return level === 'notice' ? 'slot' : level;
}

/** A language without a title is not spoken: its body would stand alone. */
function translationsIn({
  translations,
}: AnnouncementDraft): Pick<AnnouncementFields, 'translations'> {
  const written = otherLanguages.flatMap((language) => {
    const { title, body } = translations[language];
    if (title.trim() === '') return [];
    return [[language, { title, body: body.trim() === '' ? null : body }] as const];
  });
  return written.length === 0 ? {} : { translations: Object.fromEntries(written) };
}

function eachLanguage<T>(make: (language: OtherLanguage) => T): Record<OtherLanguage, T> {
  return { en: make('en'), zh: make('zh'), ja: make('ja') };
}
