import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MediaPicked } from '../../../../controller/console/parts/console-file-pick.ts';
import '../../../../controller/console/parts/console-video.ts';
import type {
  ConsoleVideo,
  VideoChange,
} from '../../../../controller/console/parts/console-video.ts';
import type { Media } from '../../../../shared/content/media.ts';
import type { Video } from '../../../../shared/content/slide.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const POSTER = 'c'.repeat(64);

afterEach(() => document.body.replaceChildren());

const film: Video = { sha256: A, posterSha256: POSTER, durationMs: 12_340, alt: { ko: '개울' } };

/** A field whose changes come back as in the form. */
async function open(video: Video | null): Promise<ConsoleVideo> {
  const element = document.createElement('console-video');
  element.organizationId = 'guild';
  element.video = video;
  element.addEventListener('video-change', (event: VideoChange) => (element.video = event.video));
  document.body.append(element);
  await element.updateComplete;
  return element;
}

function pick(element: ConsoleVideo, media: Partial<Media>): void {
  const whole: Media = {
    ...{ sha256: B, mime: 'video/mp4', widthPx: 1280, heightPx: 720, bytes: 1 },
    ...{ organizationId: 'guild', consent: 'none-needed', createdAt: 0, ...media },
  };
  element.renderRoot
    .querySelector('console-file-pick')
    ?.dispatchEvent(new MediaPicked(whole, 'none-needed'));
}

describe('the field of a film', () => {
  it('asks for one first, and for no words about what is not there', async () => {
    const element = await open(null);
    expect(element.renderRoot.querySelector('img')).toBeNull();
    expect(page.getByLabelText('동영상 설명 (선택)').elements()).toHaveLength(0);
  });

  it('shows the first picture and the length of the one that was chosen', async () => {
    const element = await open(null);
    pick(element, { video: { posterSha256: POSTER, durationMs: 12_340, flashesPerSecond: 0 } });
    await expect.element(page.getByText('12.3초짜리 동영상')).toBeVisible();
    expect(element.renderRoot.querySelector('img')?.getAttribute('src')).toBe(`/media/${POSTER}`);
    expect(element.video).toMatchObject({ sha256: B, posterSha256: POSTER, durationMs: 12_340 });
  });

  it('keeps the words when the film is another, and what a person writes', async () => {
    const element = await open(film);
    pick(element, { video: { posterSha256: POSTER, durationMs: 8_000, flashesPerSecond: 0 } });
    expect(element.video).toMatchObject({ sha256: B, durationMs: 8_000, alt: { ko: '개울' } });
    await userEvent.fill(page.getByLabelText('동영상 설명 (선택)'), '우이천의 봄');
    expect(element.video?.alt.ko).toBe('우이천의 봄');
  });

  it('[V15] keeps what was said of the people when it was brought, and asks of one that is there', async () => {
    const brought = await open(null);
    pick(brought, { video: { posterSha256: POSTER, durationMs: 8_000, flashesPerSecond: 0 } });
    expect(brought.video).toMatchObject({ sha256: B, people: 'none' });
    brought.remove();
    const element = await open(film);
    const question = page.getByRole('group', { name: '동영상에 알아볼 수 있는 사람이 있습니까?' });
    await userEvent.click(question.getByRole('radio', { name: '있고, 동의를 받았습니다' }));
    expect(element.video).toEqual({ ...film, people: 'agreed' });
    await userEvent.click(question.getByRole('radio', { name: '있는데, 아직입니다' }));
    expect(element.video?.people).toBe('not-agreed');
  });

  it('takes no picture for a film', async () => {
    const element = await open(film);
    pick(element, { mime: 'image/webp' });
    expect(element.video).toEqual(film);
  });

  it('tells what is wrong at the part that it is about', async () => {
    const element = await open(film);
    element.problem = '동영상이 너무 깁니다.';
    element.altProblem = '80자까지 쓸 수 있습니다.';
    await expect.element(page.getByText('동영상이 너무 깁니다.')).toBeVisible();
    await expect
      .element(page.getByLabelText('동영상 설명 (선택)'))
      .toHaveAccessibleDescription(/80자까지 쓸 수 있습니다/);
  });

  it('has nothing that axe finds', async () => {
    const element = await open(film);
    expect((await axe.run(element)).violations).toEqual([]);
  });
});
