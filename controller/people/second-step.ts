/** The second step of a sign-in: the code of the person's phone, or a recovery code. */
import { Refusal } from '../../shared/problem.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { TwoStep } from '../store/account-store.ts';
import type { Records } from '../store/store.ts';
import { hashRecoveryCode } from './recovery-code.ts';
import { totpStep } from './totp.ts';

/** The person's second step if it is asked for; undefined without one, or while it is being set up. */
export async function activeTwoStep(
  records: Records,
  personId: string,
): Promise<TwoStep | undefined> {
  const twoStep = await records.twoSteps.get(personId);
  return twoStep?.onSince === null ? undefined : twoStep;
}

/**
 * Takes the code of a person who has a second step, and uses it up; nothing happens without one. To be called in a
 * transaction. Throws `code-needed` for null, `invalid` (at `code`) for a wrong or used one.
 */
export async function takeSecondStep(
  records: Records,
  { personId, code }: { readonly personId: string; readonly code: string | null },
  now: EpochMs,
): Promise<void> {
  const twoStep = await activeTwoStep(records, personId);
  if (!twoStep) return;
  if (code === null)
    throw new Refusal('code-needed', '인증 앱에 보이는 여섯 자리 코드를 적어 주십시오.');
  if (await takeTotp(records, twoStep, { code, now })) return;
  if (await records.twoSteps.takeCode(personId, hashRecoveryCode(personId, code))) return;
  throw wrongCode();
}

/** Whether `code` is one of now that was not taken before; it is not taken again (P6). */
export async function takeTotp(
  records: Records,
  twoStep: TwoStep,
  { code, now }: { readonly code: string; readonly now: EpochMs },
): Promise<boolean> {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return false;
  const step = totpStep(twoStep.key, digits, now);
  if (step === undefined || step <= twoStep.lastStep) return false;
  await records.twoSteps.put({ ...twoStep, lastStep: step });
  return true;
}

/** The same for a wrong code and for one that was used. */
export function wrongCode(): Refusal {
  return new Refusal('invalid', '코드가 맞지 않거나 이미 쓴 코드입니다.', [
    { path: 'code', message: '인증 앱에 새로 나온 코드를 적어 주십시오.' },
  ]);
}
