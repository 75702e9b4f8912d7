// Operations have an office join another in the console, and follow it to its end (reading 27).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe } from '../../support/console/browser.ts';
import { signedIn } from '../../support/console/signed-in.ts';
import { openSite, type Site } from '../../support/console/site.ts';
import { chooseOffice, officeField } from '../../support/console/choose-office.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

test('an office joins another: seen before, followed, and held by the successor at the end', async () => {
  const report = await (await site.api.report()).toRow8();
  const { page, faults } = await signedIn(site, 'ops', '/operasi/kantor/ditjen-pelayanan');
  await chooseOffice(officeField(page, 'Kantor penerus'), 'ditjen prasarana');
  await page.getByRole('button', { name: 'Lihat yang akan pindah' }).click();
  await page.getByRole('heading', { name: '1 laporan terbuka akan pindah' }).waitFor();
  await page.getByText('1 dipegang, 0 pada jalurnya, 0 dijawab').waitFor();
  await page.getByText('UPT Pelayanan Bandung, UPT Pelayanan Makassar').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Gabungkan kantor' }).click();
  await page.getByRole('group', { name: /Tidak dapat dibatalkan/ }).waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByText('Direktorat Jenderal Pelayanan sudah bergabung ke Direktorat Jenderal Prasarana')
    .waitFor({ timeout: 30_000 });
  const told = page.getByText('1 dari 1 laporan sudah pindah.');
  await told.waitFor();
  // Before who joined them, though the card stood far below.
  expect((await told.boundingBox())?.y).toBeGreaterThan(0);
  await page.getByText('Kantor ini bergabung ke Direktorat Jenderal Prasarana').waitFor();

  expect(await axe(page)).toEqual([]);
  const officer = await signedIn(site, 'eselon1', `/kantor/laporan/${report.number}`);
  await officer.page.getByRole('banner').getByText('Direktorat Jenderal Prasarana').waitFor();
  await officer.page.getByText('Kantor bergabung').first().waitFor();
  expect([...faults, ...officer.faults]).toEqual([]);
});
