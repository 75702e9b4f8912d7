// An officer at a browser: signed in, with the faults that their pages had.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Visit, visit } from './browser.ts';
import type { Site } from './site.ts';

/** Signs in by the form, and waits for the inbox. */
export async function officer(
  { browser, base }: Site,
  username: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const visited = await visit(browser, base, options);
  const { page } = visited;
  await page.goto('/masuk');
  await page.locator('[name=username]').fill(username);
  await page.locator('[name=password]').fill('demo');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Kotak kerja' }).waitFor();
  return visited;
}

/** The row of a report in inbox or search. */
export function rowOf(page: Page, number: string) {
  return page.locator(`[data-number="${number}"]`);
}

/** What was said to be done last. */
export function doneNotice(page: Page) {
  return page.getByTestId('done');
}

/** The number of the row that has the focus. */
export function focusedRow(page: Page): Promise<string | undefined> {
  return page.evaluate("document.activeElement?.closest('[data-number]')?.dataset.number");
}

/** The dialog on top. */
export function dialog(page: Page) {
  return page.getByRole('dialog');
}
