// The reports that a browser remembers with their keys, at its owner's wish; no server ever hears of it.
import { storedJson } from '../../shared/state/stored.ts';

export interface MyReport {
  number: string;
  key: string;
  title: string;
}

const kept = storedJson<MyReport[]>('tuntas.my-reports');

/** The latest first. */
export const myReports = (): MyReport[] => kept.read() ?? [];

const others = (number: string) => myReports().filter((report) => report.number !== number);

/** False when the browser does not keep it. */
export const rememberReport = (report: MyReport): boolean => kept.write([report, ...others(report.number)]);

export function forgetReport(number: string): void {
  const left = others(number);
  if (left.length > 0) kept.write(left);
  else kept.clear();
}
