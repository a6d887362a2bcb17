import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import '../../../shared/slides/plaza-slide.ts';
import type { PlazaSlide } from '../../../shared/slides/plaza-slide.ts';
import type { Scene } from '../../../shared/slides/scene.ts';
import { typicalSlides } from '../../support/typical-slides.ts';
import { sceneOf, stage } from './stage.ts';

let film: Blob;

beforeAll(async () => {
  film = await recorded();
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

async function show(change: Partial<Scene> = {}): Promise<PlazaSlide> {
  const scene = sceneOf(600, 300, change);
  const element = document.createElement('plaza-slide');
  element.slide = typicalSlides.video;
  element.scene = scene;
  stage(element, 600, 300);
  await element.ready;
  return element;
}

function videoOf(element: PlazaSlide): HTMLVideoElement {
  const video = element.shadowRoot
    ?.querySelector('plaza-video-slide')
    ?.shadowRoot?.querySelector('video');
  if (!video) throw new Error('no video element');
  return video;
}

function isSeen(video: HTMLVideoElement): boolean {
  return getComputedStyle(video).visibility === 'visible';
}

const loadVideo = () => Promise.resolve(film);

describe('plaza-video-slide', () => {
  it('holds the first frame when it is ready, behind its poster, without sound', async () => {
    const video = videoOf(await show({ loadVideo }));
    expect(video.readyState).toBeGreaterThanOrEqual(HTMLMediaElement.HAVE_CURRENT_DATA);
    expect([video.muted, video.paused, video.loop]).toEqual([true, true, true]);
    expect(isSeen(video)).toBe(false);
  });

  it('plays from its start when it comes on, and covers the poster with its first frame', async () => {
    const element = await show({ loadVideo });
    const video = videoOf(element);
    video.currentTime = 0.2;
    element.play();
    expect(video.currentTime).toBeLessThan(0.2);
    await expect.poll(() => isSeen(video)).toBe(true);
    expect(video.paused).toBe(false);
  });

  it('lets the poster stand where there is no film to be had', async () => {
    for (const load of [undefined, () => Promise.reject(new Error('not at hand'))]) {
      const element = await show({ loadVideo: load });
      element.play();
      expect(videoOf(element).getAttribute('src')).toBeNull();
      expect(isSeen(videoOf(element))).toBe(false);
    }
  });

  it('lets the poster stand where the file is no film', async () => {
    const element = await show({ loadVideo: () => Promise.resolve(new Blob(['no film'])) });
    element.play();
    await expect.poll(() => videoOf(element).getAttribute('src')).toBeNull();
    expect(isSeen(videoOf(element))).toBe(false);
  });

  it('[L8] stands still on a board that faces a road', async () => {
    const load = vi.fn(loadVideo);
    const { geometry } = sceneOf(600, 300);
    await show({ loadVideo: load, geometry: { ...geometry, facesRoad: true } });
    expect(load).not.toHaveBeenCalled();
  });

  it('gives the poster back after five seconds without a new frame', async () => {
    const element = await show({ loadVideo });
    const video = videoOf(element);
    element.play();
    await expect.poll(() => isSeen(video)).toBe(true);
    vi.useFakeTimers();
    video.pause();
    // The clock that watches was started before it was faked: a last sign of life starts it anew.
    video.dispatchEvent(new Event('timeupdate'));
    await vi.advanceTimersByTimeAsync(4_900);
    expect(isSeen(video)).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    expect(isSeen(video)).toBe(false);
  });

  it('lets go of the file when it leaves the page', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const element = await show({ loadVideo });
    const { src } = videoOf(element);
    element.remove();
    expect(revoke).toHaveBeenCalledWith(src);
    expect(videoOf(element).getAttribute('src')).toBeNull();
  });
});

/** Half a second of a changing colour. */
async function recorded(): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [64, 32];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise((done) => {
    recorder.onstop = done;
  });
  recorder.start();
  for (let frame = 0; frame < 12; frame += 1) {
    context.fillStyle = `hsl(${String(frame * 30)} 50% 50%)`;
    context.fillRect(0, 0, 64, 32);
    await new Promise((done) => setTimeout(done, 50));
  }
  recorder.stop();
  await stopped;
  return new Blob(parts, { type: 'video/webm' });
}
