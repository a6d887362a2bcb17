import { isEmpty, type Text } from './languages.ts';

/** One priced line of a menu; empty texts while it is written. */
export interface MenuItem {
  readonly name: Text;
  readonly price: string;
}

/** Whether there is anything in it to be saved. */
export function isWritten({ name, price }: MenuItem): boolean {
  return !isEmpty(name) || price.trim() !== '';
}
