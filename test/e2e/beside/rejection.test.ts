// A rejection that is objected to, and a duplicate whose reporter follows the original, as people meet them (readings 21, 22).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, phone, visit } from '../../support/console/browser.ts';
import { signedIn } from '../../support/console/signed-in.ts';
import { openSite, type Site } from '../../support/console/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

async function following({ number, key }: { number: string; key: string }) {
  const { page } = await visit(site.browser, site.base, { viewport: phone });
  await page.goto('/ikuti');
  await page.getByLabel('Nomor laporan').fill(number);
  await page.getByLabel('Kunci akses').fill(key);
  await page.getByRole('button', { name: 'Buka laporan' }).click();
  await page.getByRole('heading', { name: 'Keadaan sekarang' }).waitFor();
  return page;
}

test('national rejects, the reporter objects in time, and the report is at national again', async () => {
  const report = await site.api.report({ title: 'Loket tutup' });
  const { page } = await signedIn(site, 'nasional', `/kantor/laporan/${report.number}`);
  await page.getByRole('button', { name: 'Tolak' }).click();
  await page.getByText('dapat berkeberatan sekali dalam 10 hari kerja').waitFor();
  await page.getByLabel('Alasan (dibaca pelapor)').fill('Bukan pelayanan publik');
  await page.getByRole('button', { name: 'Tolak' }).click();
  await page.getByText('pelapornya masih dapat berkeberatan').waitFor();
  await page.getByText('Penolakan tetap').waitFor();
  expect(await axe(page)).toEqual([]);

  const own = await following(report);
  await own.getByText('Bukan pelayanan publik').first().waitFor();
  await own.getByText(/Anda dapat mengajukan keberatan sampai \d/).waitFor();
  expect(await axe(own)).toEqual([]);
  await own.getByRole('radio', { name: 'Ajukan keberatan' }).check();
  await own.getByText('Laporan kembali ke kantor yang menolaknya').waitFor();
  await own.getByLabel('Tulisan Anda').fill('Loketnya milik pemerintah.');
  await own.getByRole('button', { name: 'Kirim', exact: true }).click();
  await own.getByText('Anda mengajukan keberatan').waitFor();
  await page.getByRole('button', { name: 'Disposisi' }).waitFor();
  await page.getByText('Loketnya milik pemerintah.').waitFor();
});

test('an agency rejects a duplicate, whose reporter reads on their own page what the original is answered', async () => {
  const original = await (await site.api.report({ title: 'Pohon tumbang di taman' })).toRow8();
  const report = await site.api.report({
    agencyId: 'kementerian-contoh',
    title: 'Pohon roboh di depan gedung',
  });
  await report.decide('instansi', { action: 'receive' });
  const { page } = await signedIn(site, 'instansi', `/kantor/laporan/${report.number}`);
  await page.getByRole('button', { name: 'Tolak' }).click();
  await page.getByRole('button', { name: 'Tolak' }).click();
  // Below national only as a duplicate.
  await page.getByLabel('Nomor laporan yang sama').fill(original.number);
  await page.getByRole('button', { name: 'Tolak' }).click();
  await page.getByRole('link', { name: original.number }).waitFor();

  const own = await following(report);
  await own.getByRole('heading', { name: 'Laporan yang Anda ikuti' }).waitFor();
  await own.getByText(`Laporan ${original.number} tentang hal yang sama`).waitFor();
  await original.decide('eselon1', {
    action: 'answer',
    text: 'Pohonnya sudah kami singkirkan kemarin sore.',
  });
  await own.getByText('Pohonnya sudah kami singkirkan kemarin sore.').waitFor();
  expect(await axe(own)).toEqual([]);
  await own.screenshot({ path: '/tmp/look-follow.png', fullPage: true });

  const { page: held } = await signedIn(site, 'eselon1', `/kantor/laporan/${original.number}`);
  await held.getByText('Diikuti duplikat').waitFor();
});
