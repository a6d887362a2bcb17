import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { blankWords, firstBlank } from '../../../shared/content/announcement-blanks.ts';
import { announcementTemplates } from '../../../shared/content/announcement-templates.ts';
import { announcementFieldsSchema, otherLanguages } from '../../../shared/content/announcement.ts';
import { undrawableWords } from '../../../shared/content/drawable.ts';
import {
  newAnnouncement,
  fieldsAt,
  fromTemplate,
} from '../../../controller/console/parts/announcement-draft.ts';

const NOW = Date.parse('2026-11-23T12:00:00+09:00');
const filled = (text: string) => text.replace(/〔[^〕]*〕/gu, '창동역 1번 출구 앞 광장');

describe.each(announcementTemplates.map((template) => [template.name, template] as const))(
  'the template %s',
  (_name, template) => {
    it('[A40] is what may be sent once its blanks are filled, and not before', () => {
      const draft = fromTemplate(newAnnouncement('notice', '도봉구청 안전총괄과'), template);
      const fields = fieldsAt({ ...draft, body: filled(draft.body) }, NOW);
      expect(z.safeParse(announcementFieldsSchema, fields).success).toBe(true);
      expect([template.title, template.allClear].map(blankWords)).toEqual([undefined, undefined]);
      expect(blankWords(template.body)).toMatch(/^빈칸 〔/);
    });

    it('[L12] is made of characters that boards draw, in each language', () => {
      const { title, body, allClear, titles } = template;
      for (const text of [title, body, allClear])
        expect(undrawableWords(text, 'ko')).toBeUndefined();
      for (const language of otherLanguages)
        expect(undrawableWords(titles[language], language)).toBeUndefined();
    });
  },
);

describe('firstBlank', () => {
  it.each([
    ['아무것도 없음', undefined],
    ['', undefined],
    ['〔', undefined],
    ['곳: 〔장소〕, 때: 〔시각〕', { from: 3, to: 7, words: '〔장소〕' }],
    ['〔〕', { from: 0, to: 2, words: '〔〕' }],
  ])('[A40] of “%s”', (text, blank) => {
    expect(firstBlank(text)).toEqual(blank);
  });
});
