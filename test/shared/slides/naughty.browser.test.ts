/** Every string in every template in `npm run test:long -- slides`; in `npm test` each template draws every third one. */
import { afterEach, describe, expect, inject, it } from 'vitest';
import { undrawableWords } from '../../../shared/content/drawable.ts';
import { slideContentSchema } from '../../../shared/content/slide.ts';
import { slideTexts } from '../../../shared/content/slide-texts.ts';
import '../../../shared/slides/plaza-slide.ts';
import { shortSlides } from '../../support/board-samples.ts';
import { naughtyStrings, templateTexts, withTexts } from '../../support/naughty.ts';
import { drawnTexts, faults, sceneOf, stage } from './stage.ts';

afterEach(() => document.body.replaceChildren());

const accepted = naughtyStrings.filter(({ named }) => named === null);
const { notice: sample } = shortSlides;
if (!sample) throw new Error('no such sample');
const EVERY = inject('allSlideCases') ? 1 : 3;
const MARKUP = 'script, img, iframe, [onerror]';

/** Without what the board adds to keep words together or to break them. */
function squeezed(text: string): string {
  return text.normalize('NFC').replace(/[\s\u2060\u00ad\u200b]+/g, '');
}

describe.each([
  [600, 300],
  [1080, 1920],
])('at %i×%i', (widthPx, heightPx) => {
  const scene = sceneOf(widthPx, heightPx);

  it.each(templateTexts().map((one, turn) => ({ ...one, turn })))(
    'a $template draws accepted strings as text, inside its box or not at all',
    { timeout: 120_000 },
    async ({ content: empty, texts, turn }) => {
      const mine = accepted.filter((_, index) => (index + turn) % EVERY === 0);
      for (const { name, text } of mine) {
        const content = slideContentSchema.parse(withTexts(empty, texts, text));
        for (const one of slideTexts(content))
          expect(undrawableWords(one.text, one.language), name).toBeUndefined();
        const element = document.createElement('plaza-slide');
        element.slide = { ...sample, shopId: null, content, pages: 10 };
        element.scene = scene;
        stage(element, widthPx, heightPx);
        await element.ready;
        const drawn: string[] = [];
        for (let page = 0; page < element.pages; page += 1) {
          element.page = page;
          await element.ready;
          const root = element.shadowRoot?.firstElementChild?.shadowRoot;
          expect(root?.querySelectorAll(MARKUP).length, name).toBe(0);
          const found = drawnTexts(document.body);
          expect(faults(found, scene), `${name}, page ${String(page)}`).toEqual([]);
          drawn.push(...found.map((one) => one.text));
        }
        const title = slideTexts(content).find(({ field }) => field === 'title')?.text ?? '';
        expect(squeezed(drawn.join('')), name).toContain(squeezed(title));
      }
    },
  );
});
