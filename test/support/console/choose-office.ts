// Chooses an office as officers do: some words of its name, and Enter on the first one found.
import type { Locator, Page } from 'playwright-core';

/** The field by its label; a native select is none. */
export function officeField(within: Page | Locator, label: string | RegExp): Locator {
  return within.locator('input[role=combobox]').and(within.getByLabel(label, { exact: true }));
}

/** Takes the office that is found first by the words. */
export async function chooseOffice(field: Locator, words: string): Promise<void> {
  await field.fill(words);
  await field.and(field.page().locator('[aria-activedescendant$="-0"]')).waitFor();
  await field.press('Enter');
  await field.and(field.page().locator('[aria-expanded=false]')).waitFor();
}
