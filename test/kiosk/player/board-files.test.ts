import { describe, expect, it } from 'vitest';
import { boardFilesOf, pictureFiles } from '../../../kiosk/player/board-files.ts';
import type { Picture } from '../../../shared/content/slide.ts';
import type { ManifestSlide } from '../../../shared/protocol/manifest.ts';
import { aSlide } from '../../support/manifest-builder.ts';

const small = { sha256: 'a'.repeat(64), widthPx: 640, heightPx: 480 };
const large = { sha256: 'b'.repeat(64), widthPx: 1920, heightPx: 1440 };
const film = 'c'.repeat(64);
const board = { widthPx: 600, heightPx: 300 };
const wall = { widthPx: 1920, heightPx: 1080 };

function pictured(id: string, change: Partial<Picture> = {}): ManifestSlide {
  const picture = { sha256: large.sha256, alt: { ko: id }, focusX: 0.5, focusY: 0.5, ...change };
  const content = { template: 'picture', title: null, picture } as const;
  return { ...aSlide(id, { content }), renditions: [small, large] };
}

describe('files of a board', () => {
  it('are the copies that suit its size', () => {
    expect(boardFilesOf(pictured('a'), board)).toEqual([small.sha256]);
    expect(boardFilesOf(pictured('a'), wall)).toEqual([large.sha256]);
    expect(boardFilesOf(pictured('a', { zoom: 4 }), board)).toEqual([large.sha256]);
  });

  it('are the picture itself where it has no copies', () => {
    const slide = pictured('a');
    delete slide.renditions;
    expect(boardFilesOf(slide, board)).toEqual([large.sha256]);
  });

  it('are the film and its poster', () => {
    const video = {
      sha256: film,
      posterSha256: large.sha256,
      alt: { ko: '영상' },
      durationMs: 9000,
    };
    const content = { template: 'video', title: null, video } as const;
    const slide = { ...aSlide('f', { content }), renditions: [small, large] };
    expect(boardFilesOf(slide, board)).toEqual([film, small.sha256]);
  });

  it('of one picture on two slides are the larger copy of the two', () => {
    const slides = [pictured('a'), pictured('b', { zoom: 4 }), pictured('c')];
    expect(pictureFiles(slides, board)).toEqual(new Map([[large.sha256, large.sha256]]));
  });

  it('are none without a picture', () => {
    expect(boardFilesOf(aSlide('a'), board)).toEqual([]);
  });
});
