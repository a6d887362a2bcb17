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

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Switched off or full: the choice lasts as long as the page.
  }
}
