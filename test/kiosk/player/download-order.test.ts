import { describe, expect, it } from 'vitest';
import { downloadOrder } from '../../../kiosk/player/download-order.ts';
import { nothingHeld, receiveManifest, type Held } from '../../../kiosk/player/held.ts';
import { pictureFileOf } from '../../../kiosk/player/board-files.ts';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import type { Manifest } from '../../../shared/protocol/manifest.ts';
import { seoul } from '../../support/manifest-builder.ts';
import { boardDay } from '../../support/plan-day.ts';
import { anAnnouncement } from '../../support/values.ts';

const size = { widthPx: 600, heightPx: 300 };
const manifest = pictured(boardDay());

function pictured(day: Manifest): Manifest {
  const slides = day.slides.map((slide, index) => {
    const sha256 = String(index).padStart(64, '0');
    const title = slide.content.title ?? { ko: '제목' };
    const picture = { sha256, alt: title, focusX: 0.5, focusY: 0.5 };
    return { ...slide, content: { template: 'shop' as const, title, lines: [], picture } };
  });
  return { ...day, slides };
}

function hold(fields: Partial<Held> = {}): Held {
  const held = receiveManifest(nothingHeld, { manifest, hash: manifestHash(manifest) });
  if (!held) throw new Error('it was not taken');
  return { ...held, ...fields };
}

function fileOf(slideId: string): string | undefined {
  const slide = manifest.slides.find(({ id }) => id === slideId);
  return slide && pictureFileOf(slide, size);
}

describe('the order of downloads', () => {
  it.each(['12:00', '18:30'])('[B21] is that of the coming turns at %s, each file once', (time) => {
    const at = seoul(time);
    const held = hold();
    const coming = held.plan?.plans.around(at).filter(({ endMs }) => endMs > at) ?? [];
    const order = downloadOrder(held, at, size);
    const expected = [...new Set(coming.map(({ slideId }) => fileOf(slideId)))];
    expect(order.slice(0, expected.length)).toEqual(expected);
    expect(new Set(order).size).toBe(order.length);
    expect(order).toHaveLength(manifest.slides.length);
  });

  it('[B21] begins with what was announced', () => {
    const last = manifest.slides.at(-1);
    const announcements = [anAnnouncement({ level: 'notice', slideId: last?.id ?? null })];
    const [first] = downloadOrder(hold({ announcements }), seoul('12:00'), size);
    expect(first).toBe(fileOf(last?.id ?? ''));
  });
});
