// Another access key in place of the one that is here: in the API, and in what this browser keeps.
import { ask } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import type { GivenKey } from '../../api/types.ts';
import { fetchReport } from '../following/report.ts';
import { myReports, rememberReport } from '../mine/my-reports.ts';
import { forgetReceipt } from '../receipt/receipt.ts';

/** The new key, once it is the one that opens the report. */
export async function changeKey(number: string, reportKey: string): Promise<string> {
  const path = `${complaintPath(number)}/access-key`;
  const { accessKey } = await ask<GivenKey>(path, { method: 'POST', accessKey: reportKey });
  try {
    await ask<undefined>(path, { method: 'PUT', accessKey: reportKey, body: { accessKey } });
  } catch (error) {
    // The answer may have been lost on the way: then the new one opens it already.
    await fetchReport(number, accessKey).catch(() => {
      throw error;
    });
  }
  return accessKey;
}

/** A browser that remembers the report remembers it by this key; the receipt of the one before is gone. */
export function keepKey(number: string, key: string): void {
  const known = myReports().find((report) => report.number === number);
  if (known) rememberReport({ ...known, key });
  forgetReceipt(number);
}
