import type { Screen } from '../shared/content/screen.ts';
import type { LauncherLink } from './link/launcher-link.ts';

/** [B53] Sets the panel's own brightness to what its screen says, where it can be set and is not so yet. */
export function keepPanel(
  screen: Pick<Screen, 'panelPercent'> | null,
  launcher: Pick<LauncherLink, 'facts' | 'setBrightness'>,
): void {
  const wanted = screen?.panelPercent ?? null;
  const now = launcher.facts?.brightnessPercent ?? null;
  if (wanted !== null && now !== null && now !== wanted) launcher.setBrightness(wanted);
}
