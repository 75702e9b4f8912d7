// The access keys of reports that were opened in this tab, which forgets them as it is closed, or that the browser remembers.
import { stored } from '../shared/state/stored.ts';
import { forgetReport, myReports } from './mine/my-reports.ts';

const slot = (number: string) => stored(`tuntas.key.${number}`, 'tab');

// What the tab does not keep is at least kept until the next load of the page.
const opened = new Map<string, string>();

export function keyOf(number: string): string | undefined {
  const remembered = myReports().find((report) => report.number === number);
  return slot(number).read() ?? opened.get(number) ?? remembered?.key;
}

export function rememberKey(number: string, key: string): void {
  opened.set(number, key);
  slot(number).write(key);
}

/** Here and in the list that was wished for. */
export function forgetKey(number: string): void {
  opened.delete(number);
  slot(number).clear();
  forgetReport(number);
}
