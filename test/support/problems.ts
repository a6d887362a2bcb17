/** What boards told a controller of their troubles. */
import type { KioskProblem } from '../../kiosk/link/socket-link.ts';
import type { TestController } from './test-controller.ts';

/** In the order in which they came. */
export function problemsOf({ log }: Pick<TestController, 'log'>): readonly KioskProblem[] {
  return log.flatMap(({ fields }) => ('problem' in fields ? [fields.problem as KioskProblem] : []));
}
