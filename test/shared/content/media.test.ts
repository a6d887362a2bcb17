import { describe, expect, it } from 'vitest';
import { broughtBy, consentOf, mediaSchema, type Media } from '../../../shared/content/media.ts';

const media: Media = {
  ...{ sha256: 'a'.repeat(64), mime: 'image/webp', widthPx: 80, heightPx: 60, bytes: 900 },
  ...{ organizationId: 'guild', consent: 'none-needed', createdAt: 0 },
};

describe('a picture that several organizations bring', () => {
  it('keeps the word of each, the newest one', () => {
    const office = { organizationId: 'office' } as const;
    const shared = broughtBy(broughtBy(media, { ...office, consent: 'missing' }), {
      ...office,
      consent: 'recorded',
    });
    expect(shared.otherOwners).toEqual([{ ...office, consent: 'recorded' }]);
    expect(consentOf(shared, 'guild')).toBe('none-needed');
    expect(consentOf(shared, 'office')).toBe('recorded');
    expect(consentOf(shared, 'fund')).toBeUndefined();
    expect(mediaSchema.safeParse(shared).success).toBe(true);
  });

  it('belongs to the first as before when the first brings it again', () => {
    const again = broughtBy(media, { organizationId: 'guild', consent: 'missing' });
    expect(again).toEqual({ ...media, consent: 'missing' });
  });
});
