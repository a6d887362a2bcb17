import type { Localized } from '../../../shared/content/fields.ts';

/** One priced line of a menu; empty texts while it is written. */
export interface MenuItem {
  readonly name: Localized;
  readonly price: string;
}

/** Whether there is anything in it to be saved. */
export function isWritten({ name, price }: MenuItem): boolean {
  return name.ko.trim() !== '' || price.trim() !== '';
}
