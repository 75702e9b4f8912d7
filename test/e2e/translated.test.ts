// A browser that translates replaces every text node, and an extension takes nodes away: the pages go on.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Driven } from '../support/api.ts';
import { phone, visit } from '../support/console/browser.ts';
import { closeReport, readReceipt, submit, walkForm } from '../support/console/citizen.ts';
import { dialog, doneNotice, rowOf } from '../support/console/office.ts';
import { signedIn } from '../support/console/signed-in.ts';
import { openSite, type Site } from '../support/console/site.ts';
import { goodAnswer } from '../support/said.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const translator = { path: fileURLToPath(new URL('../support/console/translator.js', import.meta.url)) };

test('menu, language, filing and following, on a phone', async () => {
  const { page, faults } = await visit(site.browser, site.base, { viewport: phone });
  await page.addInitScript(translator);
  await page.goto('/');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your report, handled until it is settled' }).waitFor();
  await page.getByRole('button', { name: 'Close menu' }).click();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await page.getByRole('link', { name: 'Lapor', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Sampaikan laporan' }).waitFor();
  await page.getByRole('button', { name: 'Lanjut', exact: true }).click();
  await page.getByRole('link', { name: /^Apa yang ingin Anda sampaikan/ }).waitFor();
  await walkForm(page, 'Halaman yang diterjemahkan');
  // As in a tab beside this one.
  await page.evaluate("localStorage.setItem('tuntas.language', 'en')");
  await submit(page).click();
  const { number, key } = await readReceipt(page);
  // To be kept as they are.
  expect(await page.locator('[data-testid=number] font, [data-testid=access-key] font').count()).toBe(0);
  await page.getByRole('link', { name: 'Ikuti laporan ini' }).click();
  await page.getByText('Ditangani oleh Admin Nasional SP4N-LAPOR!').waitFor();
  const report = await new Driven(site.api, number, key).toRow8();
  expect((await report.followed()).body.language).toBe('en');
  await page.getByText('Ditangani oleh Direktorat Jenderal Pelayanan').waitFor();
  expect(await page.getByText('Ditangani oleh Admin Nasional').count()).toBe(0);
  await report.decide('eselon1', { action: 'answer', text: goodAnswer });
  await page.getByRole('heading', { name: 'Jawaban' }).waitFor();
  await closeReport(page);
  await page.getByText('Anda menutupnya dengan konfirmasi.').waitFor();
  expect(await page.locator('font').count()).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

test('an officer’s inbox, a decision there and one on the report', async () => {
  const [first, second] = [
    await site.api.report({ agencyId: 'kementerian-contoh', title: 'Pertama' }),
    await site.api.report({ agencyId: 'kementerian-contoh', title: 'Kedua' }),
  ];
  const { page, faults } = await signedIn(site, 'instansi');
  await page.addInitScript(translator);
  await page.goto('/kantor');
  await rowOf(page, second.number).waitFor();
  await rowOf(page, first.number).getByRole('button', { name: 'Terima' }).click();
  await dialog(page).getByRole('button', { name: 'Terima' }).click();
  await doneNotice(page).getByText(`${first.number} diterima.`).waitFor();
  await rowOf(page, second.number).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Kedua' }).waitFor();
  await page.getByRole('button', { name: 'Terima' }).click();
  await page.getByText('Selanjutnya:').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Kembalikan' }).waitFor();
  expect((await second.seenBy('instansi')).body.step).toBe(4);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Return' }).waitFor();
  expect(await page.getByRole('button', { name: 'Kembalikan' }).count()).toBe(0);
  expect(faults).toEqual([]);
});

test('a part whose nodes were taken away is drawn anew, and says so when that does not help', async () => {
  const { page } = await visit(site.browser, site.base, { viewport: phone });
  await page.goto('/');
  const toggle = page.getByRole('button', { name: 'Menu', exact: true });
  const broken = page.getByText('Bagian ini gagal ditampilkan');
  const breakIt = async () => {
    await page.evaluate("document.querySelector('[aria-controls=menu] svg').remove()");
    await toggle.click();
  };
  await breakIt();
  await toggle.click();
  await page.getByRole('link', { name: 'Laporan publik', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Tutup menu' }).click();
  for (let n = 0; n < 3; n += 1) await breakIt();
  await broken.waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await toggle.waitFor();
  expect(await broken.count()).toBe(0);
});
