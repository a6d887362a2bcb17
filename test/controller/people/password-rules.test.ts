import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordSchema } from '../../../shared/content/person.ts';
import { refuseWeakPassword, weaknessOf } from '../../../controller/people/password-rules.ts';

const kim = { loginName: 'kim.minsu', displayName: '김민수 주무관' };
const weak = (password: string) =>
  refuseWeakPassword(password, kim, 'password').then(
    () => undefined,
    (refusal: unknown) => refusal,
  );

describe('a password', () => {
  it.each([
    { why: '[P1] of seven characters', password: '일곱자로쓴암호', ok: false },
    { why: '[P1] of eight Hangul syllables', password: '여덟자로적은암호', ok: true },
    {
      why: '[P1] of seven syllables in pieces',
      password: '일곱자로쓴암호'.normalize('NFD'),
      ok: false,
    },
    { why: '[P1] of seven emoji', password: '🍞🍞🍜🍜🥐🥐🧋', ok: false },
    { why: '[P1] of 128 characters', password: 'ab cd'.repeat(25) + 'xyz', ok: true },
    { why: '[P1] of 129 characters', password: 'ab cd'.repeat(25) + 'xyzw', ok: false },
  ])('$why is taken by its length: $ok', ({ password, ok }) => {
    expect(passwordSchema.safeParse(password).success).toBe(ok);
  });

  it('[P1] is the same however its Hangul was typed', () => {
    const typed = '흐린 날의 붕어빵';
    expect(passwordSchema.parse(typed.normalize('NFD'))).toBe(typed.normalize('NFC'));
  });

  it.each([
    { why: '[P2] that everybody uses', password: 'password1' },
    { why: '[P2] in capitals', password: 'PassWord123' },
    { why: '[P2] with signs around it', password: '!!iloveyou!!' },
    { why: '[P2] of a row of keys', password: 'qwer1234!' },
    { why: '[P2] of a Korean word on Latin keys', password: 'dkssudgktpdy' },
    { why: '[P2] of a Korean word on Latin keys and a year', password: 'qlalfqjsgh2026' },
    { why: '[P2] of a Korean word', password: '비밀번호1234' },
    { why: '[P2] of one character', password: 'zzzzzzzzzzzz' },
    { why: '[P2] of three characters', password: 'abcabcabcabc' },
    { why: '[P3] of the login name', password: 'kim.minsu26!' },
    { why: '[P3] of the own name', password: '김민수 주무관 12' },
    { why: '[P3] of the place', password: '창동역 1번 출구' },
    { why: '[P3] of the place in Latin letters', password: 'Changdong-plaza-1' },
  ])('$why is refused at its field', async ({ password }) => {
    expect(await weak(password)).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'password', message: expect.stringMatching(/십시오\.$/) as string }],
    });
  });

  it.each([
    { why: '[P2] of unrelated words', password: '붕어빵 우산 자전거' },
    { why: '[P2] with a usual word among others', password: 'dragon under the tall roof' },
    { why: '[P3] that names the place among enough else', password: 'plaza-teapot-2026' },
    { why: '[P3] that holds a short part of a name', password: 'kimono and lanterns' },
  ])('$why is taken', async ({ password }) => {
    expect(await weak(password)).toBeUndefined();
  });

  it('[P2] is as weak in any case and form', () => {
    const common = new Set(['비밀번호', 'iloveyou']);
    const word = fc.constantFrom('비밀번호', 'iloveyou');
    const form = fc.constantFrom<'NFC' | 'NFD'>('NFC', 'NFD');
    const pad = fc.string({ unit: fc.constantFrom('1', '!', ' ', '0'), maxLength: 4 });
    fc.assert(
      fc.property(fc.tuple(word, form, pad, fc.boolean()), ([text, normal, around, isUpper]) => {
        const typed = around + (isUpper ? text.toUpperCase() : text);
        expect(weaknessOf(typed.normalize(normal), kim, common)).toBeDefined();
      }),
    );
  });
});
