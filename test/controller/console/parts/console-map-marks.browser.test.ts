import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/parts/console-map-marks.ts';
import type {
  ConsoleMapMarks,
  MapChange,
} from '../../../../controller/console/parts/console-map-marks.ts';
import { plazaMap } from '../../../support/sample-map.ts';

afterEach(() => document.body.replaceChildren());

/** The plaza's map, whose changes come back as in the form; `fields` is what each change was about. */
async function open(): Promise<{ element: ConsoleMapMarks; fields: string[] }> {
  const element = document.createElement('console-map-marks');
  const fields: string[] = [];
  element.map = plazaMap;
  element.addEventListener('map-change', ({ part, field }: MapChange) => {
    fields.push(field);
    element.map = { ...element.map, ...part };
  });
  document.body.append(element);
  await element.updateComplete;
  return { element, fields };
}

const pin = (name: string) => page.getByRole('button', { name, exact: true });
const nameField = () => page.getByLabelText('이름', { exact: true });

async function tapMap(element: ConsoleMapMarks, x: number, y: number): Promise<void> {
  const map = element.renderRoot.querySelector('.map');
  if (!map) throw new Error('no map');
  const { width, height } = map.getBoundingClientRect();
  await userEvent.click(map, { position: { x: x * width, y: y * height } });
}

const marked = (element: ConsoleMapMarks, name: string) =>
  element.map.marks.find((mark) => mark.name.ko === name);

describe('a map', () => {
  it('has its place where one taps, and no mark moves with it', async () => {
    const { element } = await open();
    await tapMap(element, 0.2, 0.2);
    expect(element.map.here.x).toBeCloseTo(0.2, 2);
    expect(element.map.here.y).toBeCloseTo(0.2, 2);
    expect(element.map.marks).toEqual(plazaMap.marks);
  });

  it('has a mark where one taps after choosing it', async () => {
    const { element } = await open();
    await userEvent.click(pin('화장실'));
    await expect.element(nameField()).toHaveValue('화장실');
    await tapMap(element, 0.75, 0.15);
    expect(marked(element, '화장실')?.at.x).toBeCloseTo(0.75, 2);
    expect(marked(element, '화장실')?.at.y).toBeCloseTo(0.15, 2);
    expect(element.map.here).toEqual(plazaMap.here);
  });

  it('is worked by arrow keys, and never leaves the map', async () => {
    const { element } = await open();
    const before = marked(element, '상인회')?.at.x ?? 0;
    pin('상인회').element().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(marked(element, '상인회')?.at.x).toBeCloseTo(before + 0.04, 5);
    for (let step = 0; step < 20; step += 1) await userEvent.keyboard('{ArrowRight}');
    expect(marked(element, '상인회')?.at.x).toBe(1);
  });

  it('gets a mark, a name and a kind for it, and loses it again', async () => {
    const { element, fields } = await open();
    await userEvent.click(page.getByRole('button', { name: '표시 더하기' }));
    await userEvent.fill(nameField(), '새 약국');
    await userEvent.selectOptions(page.getByLabelText('무엇인지'), '가게');
    expect(marked(element, '새 약국')?.kind).toBe('shop');
    expect(fields).toContain(`marks.${plazaMap.marks.length}.name`);
    await userEvent.click(page.getByRole('button', { name: '‘새 약국’ 빼기' }));
    expect(element.map.marks).toEqual(plazaMap.marks);
  });

  it('is full with twelve marks', async () => {
    const { element } = await open();
    const add = page.getByRole('button', { name: '표시 더하기' });
    for (let count = plazaMap.marks.length; count < 12; count += 1) await userEvent.click(add);
    expect(element.map.marks).toHaveLength(12);
    await expect.element(add).toBeDisabled();
  });

  it('names a mark in each language that is switched on, and what is wrong with it there', async () => {
    const { element } = await open();
    element.languages = ['en'];
    element.problemAt = (index, path) =>
      index === 3 && path === 'name.en' ? '이름을 적어 주십시오.' : undefined;
    await userEvent.click(pin('화장실'));
    await expect.element(page.getByText('이름을 적어 주십시오.')).toBeVisible();
    await userEvent.fill(page.getByLabelText('이름 (영어)'), 'Restroom');
    expect(marked(element, '화장실')?.name.en).toBe('Restroom');
  });

  it('has nothing that axe finds', async () => {
    const { element } = await open();
    await userEvent.click(pin('화장실'));
    expect((await axe.run(element)).violations).toEqual([]);
  });
});
