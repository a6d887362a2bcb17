/** Which passwords are too easily guessed (P1 to P3); how long they must be is in their schema. Pure, but for the list. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../shared/problem.ts';
import { programDir } from '../program.ts';

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly loginName: string;
  readonly displayName: string;
}

/** What everybody knows who has seen the board. */
const LOCAL_WORDS = ['plaza', 'changdong', 'dobong', '광장', '창동', '도봉', '게시대', '전광판'];
/** Letters and digits that must be left without what everybody knows. */
const LEAST_OWN = 8;
/** A usual password with so few signs around it is still a usual one. */
const MOST_PADDING = 4;
const LEAST_DIFFERENT = 4;

let listed: Promise<ReadonlySet<string>> | undefined;

/**
 * Throws `invalid` at the field `path` for a password that is usual, too uniform, or made of what everybody
 * knows: the person's names, the place.
 */
export async function refuseWeakPassword(
  password: string,
  owner: PasswordOwner,
  path: string,
): Promise<void> {
  listed ??= readCommonPasswords();
  const message = weaknessOf(password, owner, await listed);
  if (message === undefined) return;
  throw new Refusal('invalid', '비밀번호를 다르게 정해 주십시오.', [{ path, message }]);
}

/** What is weak about a password, in words for its person; undefined for nothing. `common` is in lower case. */
export function weaknessOf(
  password: string,
  owner: PasswordOwner,
  common: ReadonlySet<string>,
): string | undefined {
  const folded = password.normalize('NFC').toLowerCase();
  if (new Set(folded).size < LEAST_DIFFERENT)
    return '같은 글자가 되풀이됩니다. 서로 다른 글자를 더 섞어 주십시오.';
  if (isCommon(folded, common))
    return '많이 쓰여서 누구나 짐작하는 비밀번호입니다. 서로 상관없는 낱말 서너 개를 이어 보십시오.';
  if (isOfKnownWords(folded, owner))
    return '이름, 아이디, 창동처럼 누구나 아는 말을 빼면 너무 짧습니다. 다른 낱말을 더해 주십시오.';
  return undefined;
}

function isCommon(folded: string, common: ReadonlySet<string>): boolean {
  if (common.has(folded)) return true;
  const stem = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return common.has(stem) && folded.length - stem.length <= MOST_PADDING;
}

function isOfKnownWords(folded: string, { loginName, displayName }: PasswordOwner): boolean {
  const names = `${loginName} ${displayName}`
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s._@-]+/);
  // One or two Latin letters are in every other word; a Korean name may have two.
  const telling = names.filter((name) => name.length >= (/[가-힣]/.test(name) ? 2 : 3));
  const known = [...telling, ...LOCAL_WORDS].toSorted((a, b) => b.length - a.length);
  const rest = known.reduce((text, word) => text.replaceAll(word, ' '), folded);
  return rest !== folded && rest.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_OWN;
}

async function readCommonPasswords(): Promise<ReadonlySet<string>> {
  const path = join(programDir, 'controller/people/common-passwords.txt');
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => !/^(#|$)/.test(line));
  return new Set(lines.flatMap((line) => line.split(' ')));
}
