/** Small choices that this browser keeps, where it lets us. */
const PREFIX = 'plaza-console:';

export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined;
  } catch {
    // Storage is switched off in this browser.
    return undefined;
  }
}

/** Whether it is kept; else the choice lasts as long as the page. */
export function remember(name: string, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + name, value);
    return true;
  } catch {
    // Switched off or full.
    return false;
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Switched off: nothing was kept.
  }
}
