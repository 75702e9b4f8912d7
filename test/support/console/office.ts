// What an officer finds in the console.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The row of a report in inbox or search. */
export function rowOf(page: Page, number: string) {
  return page.locator(`[data-number="${number}"]`);
}

/** What was said to be done last. */
export function doneNotice(page: Page) {
  return page.getByTestId('done');
}

/** An answer or a rejection stands by for ten seconds: has it sent now, and waits until it is. */
export async function sendNow(page: Page): Promise<void> {
  const standing = page.getByRole('region', { name: 'Menunggu dikirim' });
  await standing.getByRole('button', { name: 'Kirim sekarang' }).click();
  await standing.waitFor({ state: 'detached' });
}

/** The number of the row that has the focus. */
export function focusedRow(page: Page): Promise<string | undefined> {
  return page.evaluate("document.activeElement?.closest('[data-number]')?.dataset.number");
}

/** The dialog on top. */
export function dialog(page: Page) {
  return page.getByRole('dialog');
}

/** Opens the palette from wherever one is, and types. */
export async function typeInPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Nomor, kantor, halaman, atau tindakan' });
  // At once, also while it is still loading: as shortcuts these letters would decide something.
  await page.keyboard.type(words);
  await box.and(page.locator(':focus')).waitFor();
  await expect.poll(() => box.inputValue()).toBe(words);
}
