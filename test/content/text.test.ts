import { describe, expect, it } from 'vitest';
import { letters, slowSeconds } from '../../shared/legibility/reading.ts';
import { contentFolder } from './content-folder.ts';
import { longestShopFacts, textsOf } from './content-text.ts';

const content = contentFolder();
const { shops, slides } = content;
const everything = JSON.stringify(content);

describe('the texts of content/', () => {
  it.each(slides)('[L3] of $id can be read in its time', ({ content: fields, dwellSeconds }) => {
    const facts = fields.template === 'shop' ? [longestShopFacts] : [];
    const count = letters([...textsOf(fields), ...facts].join(''));
    expect(slowSeconds(count, false)).toBeLessThanOrEqual(dwellSeconds);
  });

  it('keep titles and lines to what fits at a distance', () => {
    for (const { id, content: fields } of slides) {
      if (fields.template === 'figure' || fields.template === 'picture') continue;
      expect(letters(fields.title.ko), id).toBeLessThanOrEqual(14);
      if (!('lines' in fields)) continue;
      expect(fields.lines.length, id).toBeLessThanOrEqual(2);
      for (const line of fields.lines) expect(letters(line.ko), line.ko).toBeLessThanOrEqual(16);
    }
  });

  it('are in English too for at least a third of slides and shops', () => {
    const inEnglish = slides.filter(({ content: fields }) => fields.title?.en !== undefined);
    expect(inEnglish.length).toBeGreaterThanOrEqual(slides.length / 3);
    const named = shops.filter(({ name }) => name.en !== undefined);
    expect(named.length).toBeGreaterThanOrEqual(shops.length / 3);
  });

  it('translate all of a slide or none of it', () => {
    for (const { id, content: fields } of slides) {
      if (fields.template === 'shop' || !('lines' in fields)) continue;
      const isTranslated = fields.title.en !== undefined;
      for (const line of fields.lines) expect(line.en !== undefined, id).toBe(isTranslated);
    }
  });

  it('hold Hangul wherever they hold a foreign word', () => {
    for (const { id, content: fields } of slides)
      for (const text of textsOf(fields))
        if (/[A-Za-z]/.test(text)) expect(text, id).toMatch(/[가-힣]/);
  });

  it('hold no personal mobile number, no resident number and no number that rings', () => {
    expect(everything).not.toMatch(/01[016789][-. ]?\d{3,4}[-. ]?\d{4}/);
    expect(everything).not.toMatch(/\d{6}-?[1-8]\d{6}/);
    for (const { phone } of shops) if (phone !== null) expect(phone).toMatch(/^02-000-\d{4}$/);
  });
});
