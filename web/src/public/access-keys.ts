// The access keys of reports that were opened in this tab; the browser forgets them with the tab.
import { stored } from '../shared/state/stored.ts';

const slot = (number: string) => stored(`tuntas.key.${number}`, 'tab');

// What the tab does not keep is at least kept until the next load of the page.
const remembered = new Map<string, string>();

export function keyOf(number: string): string | undefined {
  return slot(number).read() ?? remembered.get(number);
}

export function rememberKey(number: string, key: string): void {
  remembered.set(number, key);
  slot(number).write(key);
}

export function forgetKey(number: string): void {
  remembered.delete(number);
  slot(number).clear();
}
