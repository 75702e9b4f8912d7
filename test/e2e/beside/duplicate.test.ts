// A duplicate whose reporter follows the original, as people meet it (reading 21).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, phone, visit } from '../../support/console/browser.ts';
import { sendNow } from '../../support/console/office.ts';
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
  await page.getByLabel('Nomor laporan asal').fill(original.number);
  await page.getByRole('button', { name: 'Tolak' }).click();
  await sendNow(page);
  await page.getByRole('link', { name: original.number }).waitFor();
  // It has not ended: its reporter may object as long as the original goes on, and after.
  await page.getByText('Ditolak, keberatan masih terbuka').waitFor();
  await page.getByText('10 hari kerja sesudah laporan asal berakhir').waitFor();

  const own = await following(report);
  await own.getByRole('heading', { name: 'Laporan yang Anda ikuti' }).waitFor();
  await own.getByText('Digabungkan', { exact: true }).waitFor();
  await own.getByText(`Laporan ${original.number} tentang hal yang sama`).waitFor();
  await original.decide('eselon1', {
    action: 'answer',
    text: 'Pohonnya sudah kami singkirkan kemarin sore.',
  });
  await own.getByText('Pohonnya sudah kami singkirkan kemarin sore.').waitFor();
  expect(await axe(own)).toEqual([]);

  const { page: held } = await signedIn(site, 'eselon1', `/kantor/laporan/${original.number}`);
  await held.getByText('Diikuti duplikat').waitFor();
});
