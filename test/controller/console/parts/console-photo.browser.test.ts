import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ConsoleFilePick } from '../../../../controller/console/parts/console-file-pick.ts';
import '../../../../controller/console/parts/console-photo.ts';
import type { ConsolePhoto } from '../../../../controller/console/parts/console-photo.ts';
import type { PictureChange } from '../../../../controller/console/parts/picture-change.ts';
import type { Upload } from '../../../../controller/console/link/upload.ts';
import type { Media } from '../../../../shared/content/media.ts';
import type { Picture } from '../../../../shared/content/slide.ts';
import { consoleFixture } from '../../../support/console-fixture.ts';
import { dragByMouse, pointOf } from '../../../support/hands.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const start: Picture = { sha256: A, alt: { ko: '꽃' }, focusX: 0.5, focusY: 0.5 };

afterEach(() => document.body.replaceChildren());

/** A photo of 1600×900 in a square frame, whose changes come back as in the form. */
async function open(picture: Picture | null = start, fixture = consoleFixture()) {
  vi.spyOn(fixture.desk.pictures, 'load').mockImplementation(() => {
    const canvas = new OffscreenCanvas(1600, 900);
    canvas.getContext('2d')?.fillRect(0, 0, 1600, 900);
    return createImageBitmap(canvas);
  });
  const element = document.createElement('console-photo');
  element.desk = fixture.desk;
  element.organizationId = 'guild';
  element.frames = [{ board: '1번 출구', width: 500, height: 500 }];
  element.picture = picture;
  element.addEventListener(
    'picture-change',
    (event: PictureChange) => (element.picture = event.picture),
  );
  document.body.append(element);
  if (picture) await expect.poll(() => focusOf(element)).toBeTruthy();
  return { element, fixture };
}

function focusOf(element: ConsolePhoto) {
  const crop = element.renderRoot.querySelector('console-photo-crop');
  return crop?.renderRoot.querySelector('.focus');
}

function picker(element: ConsolePhoto): ConsoleFilePick {
  const found = element.renderRoot.querySelector('console-file-pick');
  if (!found) throw new Error('nothing to pick with');
  return found;
}

function media(sha256: string): Media {
  return {
    ...{ sha256, mime: 'image/webp', widthPx: 1600, heightPx: 900, bytes: 1 },
    ...{ organizationId: 'guild', consent: 'none-needed', createdAt: 0 },
  };
}

const stage = () => page.getByRole('application', { name: '사진 맞추기' });

describe('the frame of a photo', () => {
  it('is moved by a drag, and no further than the photo reaches', async () => {
    const { element } = await open();
    const middle = pointOf(stage().element());
    await dragByMouse(middle, { x: middle.x - 40, y: middle.y });
    const side = stage().element().getBoundingClientRect().width;
    // A square of 900 pixels of 1600: 40 frame pixels are 40 / side of 900.
    await expect
      .poll(() => element.picture?.focusX)
      .toBeCloseTo(0.5 + (40 / side) * (900 / 1600), 1);
    await dragByMouse(middle, { x: middle.x + 600, y: middle.y });
    await expect.poll(() => element.picture?.focusX).toBeCloseTo(450 / 1600, 2);
    expect(element.picture?.focusY).toBe(0.5);
  });

  it('has its focus where it is tapped', async () => {
    const { element } = await open();
    const box = stage().element().getBoundingClientRect();
    await userEvent.click(stage(), { position: { x: box.width * 0.9, y: box.height * 0.2 } });
    await expect.poll(() => element.picture?.focusX).toBeCloseTo((350 + 0.9 * 900) / 1600, 1);
    expect(element.picture?.focusY).toBeCloseTo(0.2, 1);
  });

  it('is worked by keys, and by a slider', async () => {
    const { element } = await open();
    stage().element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(() => element.picture?.focusX).toBeGreaterThan(0.5);
    await userEvent.keyboard('+++');
    await expect.poll(() => element.picture?.zoom).toBeCloseTo(1.3, 5);
    await userEvent.fill(page.getByRole('slider', { name: /당겨 보기/ }), '2.5');
    await expect.poll(() => element.picture?.zoom).toBe(2.5);
  });
});

it('is straightened from what was brought, and turned back to it', async () => {
  const { element, fixture } = await open();
  fixture.reply(`POST /api/media/${A}/straighten`, media(B));
  const slider = page.getByRole('slider', { name: /기울기/ });
  await userEvent.fill(slider, '4');
  await expect
    .poll(() => element.picture)
    .toMatchObject({ sha256: B, straightened: { from: A, degrees: 4 } });
  await userEvent.fill(slider, '-2.5');
  await expect.poll(() => element.picture?.straightened?.degrees).toBe(-2.5);
  const asked = fixture.sent.filter(({ route }) => route.endsWith('/straighten'));
  expect(asked.map(({ route }) => route)).toEqual([
    `POST /api/media/${A}/straighten`,
    `POST /api/media/${A}/straighten`,
  ]);
  expect(asked[1]?.body).toEqual({ organizationId: 'guild', degrees: -2.5 });
  await userEvent.fill(slider, '0');
  await expect.poll(() => element.picture?.sha256).toBe(A);
  expect(element.picture).not.toHaveProperty('straightened');
});

describe('bringing a photo', () => {
  const file = new File(['photo'], '꽃.jpg', { type: 'image/jpeg' });

  it('tells the limits before, how far it is, and lets a person stop it', async () => {
    const { element } = await open(null);
    let order: Upload | undefined;
    picker(element).send = (given) => {
      order = given;
      given.onProgress({ phase: 'sending', part: 0.4 });
      return new Promise((_resolve, reject) => {
        given.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    };
    await expect.element(page.getByText(/25MB까지/)).toBeVisible();
    await userEvent.upload(page.getByLabelText('사진 찍기·고르기'), file);
    await expect.element(page.getByText('올리는 중 40%')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: '올리기 취소' }));
    await expect.element(page.getByLabelText('사진 찍기·고르기')).toBeVisible();
    expect([order?.signal.aborted, element.picture]).toEqual([true, null]);
  });

  it('says of the people on it what the person says, also afterwards', async () => {
    const { element } = await open(null);
    const said: string[] = [];
    picker(element).send = ({ consent }) => {
      said.push(consent);
      return Promise.resolve([{ ...media(A), consent }]);
    };
    await userEvent.upload(page.getByLabelText('사진 찍기·고르기'), file);
    await expect.poll(() => element.picture?.sha256).toBe(A);
    await userEvent.click(page.getByRole('radio', { name: '있는데, 아직입니다' }));
    await expect.element(page.getByText(/초안으로만 저장할 수 있습니다/)).toBeVisible();
    await expect.poll(() => said).toEqual(['none-needed', 'missing']);
    expect(element.picture).toMatchObject({ sha256: A, people: 'not-agreed' });
  });

  it('[V15] asks of the people on a photo that was there before, and says nothing for a person', async () => {
    const { element } = await open();
    const question = page.getByRole('group', { name: '사진에 알아볼 수 있는 사람이 있습니까?' });
    await expect.element(question).toBeVisible();
    expect(page.getByRole('radio', { checked: true }).elements()).toHaveLength(0);
    await userEvent.click(page.getByRole('radio', { name: '있고, 동의를 받았습니다' }));
    await expect.poll(() => element.picture?.people).toBe('agreed');
  });

  it('lets a person choose the page of a PDF', async () => {
    const { element } = await open(null);
    picker(element).send = () => Promise.resolve([media(A), media(B)]);
    const pdf = new File(['pdf'], '포스터.pdf', { type: 'application/pdf' });
    await userEvent.upload(page.getByLabelText('PDF 포스터 고르기'), pdf);
    expect(element.picture).toBe(null);
    await userEvent.click(page.getByRole('button', { name: '2쪽' }));
    await expect.poll(() => element.picture?.sha256).toBe(B);
  });
});

it.each([null, start])('has nothing that axe finds', async (picture) => {
  await page.viewport(360, 740);
  const { element } = await open(picture);
  const { violations } = await axe.run(element);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});
