import { describe, expect, it } from 'vitest';
import { formAt } from '../../../shared/slides/form-at.ts';

const SEOUL = [{ fromMs: 0, offsetMs: 9 * 3_600_000 }];
const PLAZA = { latitude: 37.653, longitude: 127.047 };
const at = (hour: number, minute: number) => Date.UTC(2026, 10, 22, hour - 9, minute);

describe('formAt', () => {
  it.each([
    // 2026-11-22 in Seoul: the sun rises at 7:19 and sets at 17:16.
    { hour: 7, minute: 10, form: 'night' },
    { hour: 7, minute: 25, form: 'day' },
    { hour: 17, minute: 10, form: 'day' },
    { hour: 17, minute: 25, form: 'night' },
    { hour: 24, minute: 0, form: 'night' },
  ])('draws slides by $form at $hour:$minute', ({ hour, minute, form }) => {
    expect(formAt(SEOUL, at(hour, minute), PLAZA)).toBe(form);
  });

  it('keeps to the night where the sun does not rise', () => {
    expect(formAt(SEOUL, at(12, 0), { latitude: 89, longitude: 127 })).toBe('night');
  });
});
