/** Small choices that this browser keeps. Where storage is refused they last as long as the page. */
const PREFIX = 'plaza-console:';
const inMemory = new Map<string, string>();

export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? inMemory.get(name);
  } catch {
    // Storage is switched off in this browser.
    return inMemory.get(name);
  }
}

export function remember(name: string, value: string): void {
  inMemory.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Switched off or full: the choice lasts as long as the page.
  }
}
