import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const shipped = resolve(import.meta.dirname, '../../content');

/** Writes one of everything into `target`, taken from what ships: a first start that takes no time. */
export function writeSmallContent(target: string): void {
  mkdirSync(join(target, 'slides'), { recursive: true });
  mkdirSync(join(target, 'pictures'));
  cpSync(join(shipped, 'organizations.json'), join(target, 'organizations.json'));
  const write = (name: string, value: unknown) =>
    writeFileSync(join(target, name), JSON.stringify(value));
  const first = (name: string) =>
    (JSON.parse(readFileSync(join(shipped, name), 'utf8')) as Record<string, unknown>[])[0];
  const shop = first('shops.json');
  write('shops.json', [shop]);
  write('screens.json', [first('screens.json')]);
  write('bookings.json', [{ ...first('bookings.json'), slideIds: ['soup'], shopId: null }]);
  write('slides/soup.json', {
    id: 'soup',
    organizationId: 'association',
    shopId: shop?.id ?? null,
    house: true,
    dwellSeconds: 15,
    content: {
      template: 'shop',
      title: { ko: '국밥' },
      lines: [],
      picture: { file: 'soup.svg', alt: { ko: '국밥 한 그릇' }, focusX: 0.5, focusY: 0.5 },
    },
  });
  writeFileSync(
    join(target, 'pictures/soup.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120"><circle cx="80" cy="60" r="50"/></svg>',
  );
}
