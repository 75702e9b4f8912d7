// What is added to a report beside its procedure, in a browser: a number of another system.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../support/console/browser.ts';
import { rowOf } from '../support/console/office.ts';
import { signedIn } from '../support/console/signed-in.ts';
import { openSite, type Site } from '../support/console/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite({ mailing: true });
});
afterAll(() => site?.close());

test('an officer adds a number of another system, and finds the report by it', async () => {
  const report = await site.api.report({ title: 'Bernomor di luar' });
  const { page, faults } = await signedIn(site, 'nasional', `/kantor/laporan/${report.number}`);
  await page.getByText('Tambah nomor').click();
  const save = page.getByRole('button', { name: 'Simpan nomor' });
  await page.getByLabel('Sistem', { exact: true }).fill('SP4N:LAPOR');
  await save.click();
  await page.getByText('Tanpa titik dua').waitFor();
  await page.getByLabel('Sistem', { exact: true }).fill('SP4N-LAPOR!');
  await page.getByLabel('Nomor', { exact: true }).fill('7654321');
  expect(await axe(page)).toEqual([]);
  await save.click();
  await page.getByText('SP4N-LAPOR!: 7654321').waitFor();
  await page
    .getByText(/Nadia Prameswari, Admin Nasional SP4N-LAPOR!/)
    .first()
    .waitFor();
  expect(faults).toEqual([]);
  // Known, in whatever capitals; the browser itself notes the refusal.
  await page.getByLabel('Sistem', { exact: true }).fill('sp4n-lapor!');
  await page.getByLabel('Nomor', { exact: true }).fill('7654321');
  await save.click();
  await page.getByText('Sudah tercantum pada laporan ini').first().waitFor();
  await page.goto('/kantor/laporan?q=7654321');
  await rowOf(page, report.number).waitFor();
  expect((await report.followed()).body.references).toEqual([{ source: 'SP4N-LAPOR!', id: '7654321' }]);
});
