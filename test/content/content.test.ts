import { describe, expect, it } from 'vitest';
import {
  pictureFileOf,
  withPictures,
  type ContentSlideContent,
} from '../../shared/content/content-files.ts';
import { slideContentSchema, templates } from '../../shared/content/slide.ts';
import { contentFolder, slideFiles } from './content-folder.ts';

const { organizations, screens, shops, bookings, slides, pictures } = contentFolder();
const slideById = new Map(slides.map((slide) => [slide.id, slide]));
const shopIds = new Set(shops.map(({ id }) => id));
const organizationIds = new Set(organizations.map(({ id }) => id));

describe('the files of content/', () => {
  it('name each slide after its id', () => {
    for (const { file, slide } of slideFiles()) expect(file).toBe(`${slide.id}.json`);
  });

  it.each(Object.entries({ organizations, screens, shops, bookings, slides }))(
    'give every one of the %s an id of its own',
    (_, entries) => {
      const ids = entries.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it('refer only to organizations, shops and slides that exist', () => {
    for (const shop of shops) expect(organizationIds, shop.id).toContain(shop.organizationId);
    for (const { id, organizationId, shopId } of [...slides, ...bookings]) {
      expect(organizationIds, id).toContain(organizationId);
      if (shopId !== null) expect(shopIds, id).toContain(shopId);
    }
    for (const booking of bookings)
      for (const slideId of booking.slideIds) expect(slideById.has(slideId), slideId).toBe(true);
  });

  it('book only slides of the same organization, and of the same shop where there is one', () => {
    for (const booking of bookings) {
      const booked = booking.slideIds.map((id) => slideById.get(id));
      for (const slide of booked) {
        expect(slide?.organizationId, booking.id).toBe(booking.organizationId);
        expect(slide?.shopId, booking.id).toBe(booking.shopId);
      }
    }
  });

  it('draw every picture that a slide names, and name every picture that is drawn', () => {
    const named = slides.map(({ content }) => pictureFileOf(content)).filter((file) => file);
    expect([...new Set(named)].sort()).toEqual([...pictures].sort());
  });

  it('become slides that the board takes once pictures have hashes', () => {
    const hashes = new Map(pictures.map((file) => [file, 'a'.repeat(64)]));
    for (const { id, content } of slides) {
      const stored = slideContentSchema.safeParse(withPictures(content, hashes));
      expect(stored.success, id).toBe(true);
    }
  });
});

describe('withPictures', () => {
  it('gives nothing where the hash of a picture is not known', () => {
    const content = slides.find(({ content: one }) => pictureFileOf(one) !== null)?.content;
    expect(content && withPictures(content, new Map())).toBeUndefined();
  });

  it('leaves a slide without a picture as it is', () => {
    const content: ContentSlideContent = { template: 'clock', title: { ko: '광장' } };
    expect(withPictures(content, new Map())).toEqual(content);
    expect(pictureFileOf(content)).toBeNull();
  });
});

describe('the board out of the box', () => {
  it('promises no more than the whole hour', () => {
    const shares = organizations.map(({ sharePercent }) => sharePercent);
    expect(shares).toEqual([55, 25, 10]);
  });

  it('has at least 26 shops in at least seven trades', () => {
    expect(shops.length).toBeGreaterThanOrEqual(26);
    expect(new Set(shops.map(({ trade }) => trade)).size).toBeGreaterThanOrEqual(7);
  });

  it('shows every template but films, for everything that is shipped is drawn', () => {
    const shipped = templates.filter((template) => template !== 'video');
    expect(new Set(slides.map(({ content }) => content.template))).toEqual(new Set(shipped));
  });

  it('has at least 20 slides of shops and eight notices of the district', () => {
    const ofShops = slides.filter(({ content }) => /^(shop|offer)$/.test(content.template));
    const ofDistrict = slides.filter(
      ({ content, organizationId }) =>
        organizationId === 'district' && content.template === 'notice',
    );
    expect(ofShops.length).toBeGreaterThanOrEqual(20);
    expect(ofDistrict.length).toBeGreaterThanOrEqual(8);
  });

  it('[S2] has house slides for the time that nobody booked, and books none of them', () => {
    const house = slides.filter((slide) => slide.house).map(({ id }) => id);
    expect(house.sort()).toEqual(['house-clock', 'house-directory', 'map-plaza']);
    for (const { slideIds } of bookings)
      expect(slideIds.some((id) => house.includes(id))).toBe(false);
  });

  it('books every slide that is not of the house, and every shop', () => {
    const booked = new Set(bookings.flatMap(({ slideIds }) => slideIds));
    const left = slides.filter(({ id, house }) => !house && !booked.has(id)).map(({ id }) => id);
    expect(left).toEqual([]);
    const advertisers = new Set(bookings.map(({ shopId }) => shopId));
    expect([...shopIds].filter((id) => !advertisers.has(id))).toEqual([]);
  });

  it('[S4] gives every organization something to show in every minute of the opening hours', () => {
    for (const { id } of organizations) {
      const allDay = bookings.filter(
        (booking) =>
          booking.organizationId === id &&
          booking.recurrence === null &&
          !booking.skipClosedDays &&
          booking.fromMinute <= 360 &&
          booking.toMinute >= 1440,
      );
      expect(allDay.length, id).toBeGreaterThan(0);
    }
  });

  it('lets no advertiser buy more than two turns in the association', () => {
    const weights = bookings
      .filter(({ organizationId }) => organizationId === 'association')
      .map(({ weight }) => weight);
    expect(Math.max(...weights)).toBe(2);
  });

  it('runs on every board and without an end', () => {
    for (const booking of bookings) {
      expect(booking.screens).toBe('all');
      expect(booking.toDate).toBeNull();
      expect(booking.exclusive).toBe(false);
    }
  });
});
