import { describe, expect, it } from 'vitest';
import {
  carriedContent,
  cleanContent,
  emptyContent,
  sampleContent,
  savedIndex,
} from '../../../../controller/console/parts/content-fields.ts';
import {
  withoutLanguage,
  writtenLanguages,
} from '../../../../controller/console/parts/languages.ts';
import { contentFields } from '../../../../controller/console/parts/template-fields.ts';
import {
  slideContentSchema,
  templates,
  type SlideContent,
} from '../../../../shared/content/slide.ts';

const offer: SlideContent = {
  ...(emptyContent('offer') as Extract<SlideContent, { template: 'offer' }>),
  title: { ko: '국화 한 단', en: 'Chrysanthemums', ja: ' ' },
  lines: [{ ko: '' }, { ko: '오늘 들어온 꽃' }, { ko: ' ' }],
  price: ' ',
};

describe('the fields of a template', () => {
  it.each(templates)('%s asks for all that its slides hold', (template) => {
    const asked = contentFields[template].map(({ key }) => key);
    const option = slideContentSchema.def.options.find(
      ({ def }) => def.shape.template.def.values[0] === template,
    );
    const drawn = template === 'map' ? ['here', 'ways'] : [];
    expect([...asked, ...drawn, 'template'].sort()).toEqual(
      Object.keys(option?.def.shape ?? {}).sort(),
    );
  });

  it.each(templates)('%s has a preview before a word is written', (template) => {
    expect(slideContentSchema.safeParse(sampleContent(emptyContent(template))).error).toBe(
      undefined,
    );
  });
});

describe('what is saved', () => {
  it('leaves out empty lines, languages and options', () => {
    expect(cleanContent(offer)).toEqual({
      template: 'offer',
      picture: null,
      title: { ko: '국화 한 단', en: 'Chrysanthemums' },
      price: null,
      priceBefore: null,
      lines: [{ ko: '오늘 들어온 꽃' }],
      until: null,
      link: null,
    });
  });

  it('keeps an optional text that is written in another language only, for the server to ask', () => {
    const contact = { ko: '', en: 'Dobong-gu Office' };
    expect(cleanContent({ ...notice(), contact })).toMatchObject({ contact });
  });

  it('describes a picture without a description by the title', () => {
    const picture = { sha256: 'a'.repeat(64), alt: { ko: ' ' }, focusX: 0.5, focusY: 0.5 };
    expect(cleanContent({ ...notice(), picture })).toMatchObject({
      picture: { ...picture, alt: { ko: '독감 예방접종' } },
    });
  });

  it.each([
    ['naver.me/abc', 'https://naver.me/abc'],
    [' https://naver.me/abc ', 'https://naver.me/abc'],
    ['ftp://naver.me', 'ftp://naver.me'],
  ])('makes an address of %s', (url, saved) => {
    const link = { url, label: { ko: '자세히' } };
    expect(cleanContent({ ...notice(), link })).toMatchObject({ link: { url: saved } });
  });

  it('has its lines at other places than the form', () => {
    const written = [false, true, false, true];
    expect(written.map((_, index) => savedIndex(written, index))).toEqual([
      undefined,
      0,
      undefined,
      1,
    ]);
  });
});

it('carries words, lines and picture to another template', () => {
  const carried = carriedContent(offer, 'notice');
  expect(carried).toEqual({
    ...emptyContent('notice'),
    title: offer.title,
    lines: offer.lines,
  });
});

it('knows the languages that are written, and takes one out', () => {
  expect(writtenLanguages(offer)).toEqual(['en', 'ja']);
  expect(withoutLanguage(offer, 'ja').title).toEqual({ ko: '국화 한 단', en: 'Chrysanthemums' });
});

function notice(): Extract<SlideContent, { template: 'notice' }> {
  return {
    template: 'notice',
    title: { ko: '독감 예방접종' },
    lines: [],
    contact: null,
    picture: null,
  };
}
