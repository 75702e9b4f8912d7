// Beyond the boxes, as people meet it: a question and a message, a correction, a disposition taken back, a withdrawal.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, phone, visit } from '../../support/console/browser.ts';
import { signedIn } from '../../support/console/signed-in.ts';
import { openSite, type Site } from '../../support/console/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

test('an officer asks and corrects, the reporter writes, the office above takes it back, the reporter withdraws', async () => {
  const report = await site.api.report({ title: 'Jalan berlubang', kind: 'informasi' });
  await report.toRow8();
  const { page } = await signedIn(site, 'eselon1', `/kantor/laporan/${report.number}`);
  await page.getByRole('button', { name: 'Tanya pelapor' }).click();
  await page.getByLabel('Pertanyaan (dibaca pelapor)').fill('Di sisi mana?');
  await page.getByRole('button', { name: 'Tanya pelapor' }).click();
  await page.getByText('Di sisi mana?').waitFor();

  // On the telephone: what was asked stands over the answer, which is a message unless one chooses otherwise.
  const { page: own } = await visit(site.browser, site.base, { viewport: phone });
  await own.goto('/ikuti');
  await own.getByLabel('Nomor laporan').fill(report.number);
  await own.getByLabel('Kunci akses').fill(report.key);
  await own.getByRole('button', { name: 'Buka laporan' }).click();
  await own.getByRole('heading', { name: 'Yang diminta' }).waitFor();
  expect(await axe(own)).toEqual([]);
  await own.getByLabel('Tulisan Anda').fill('Sisi utara.');
  await own.getByRole('button', { name: 'Kirim', exact: true }).click();
  await page.getByText('Sisi utara.').waitFor();

  // Old beside new, and the limit that moves.
  await page.getByRole('button', { name: 'Perbaiki data' }).click();
  await page.getByLabel('Jenis').selectOption('pengaduan');
  await page.getByLabel('Tempat kejadian').fill('Pasar Baru');
  await page.getByText('Sekarang: Permintaan informasi').waitFor();
  await page.getByText('Batas keseluruhan 5 hari kerja menjadi 14 hari kerja').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Alasan (dibaca pelapor)').fill('Salah jenis');
  await page.getByRole('button', { name: 'Perbaiki data' }).click();
  await page.getByText('Jenis: Permintaan informasi menjadi Pengaduan').waitFor();
  await own.getByText('Data laporan diperbaiki: jenis, tempat kejadian').waitFor();

  // One key from the report of another office that we disposed.
  const { page: above } = await signedIn(site, 'instansi', `/kantor/laporan/${report.number}`);
  await above.getByRole('button', { name: 'Tarik kembali' }).waitFor();
  await above.keyboard.press('z');
  await above
    .getByText('Waktu sampai sekarang tetap dibebankan kepada Direktorat Jenderal Pelayanan')
    .waitFor();
  await above.getByLabel('Alasan (dibaca pelapor)').fill('Salah unit');
  await above.getByRole('button', { name: 'Tarik kembali' }).click();
  await above.getByRole('button', { name: 'Kewenangan kami' }).waitFor();

  await own.getByText('Ditarik kembali oleh Kementerian Contoh').waitFor();
  await own.getByRole('radio', { name: 'Rahasia' }).check();
  await own.getByRole('button', { name: 'Simpan', exact: true }).click();
  await own.getByText('Tersimpan').waitFor();
  await own.getByRole('radio', { name: 'Tarik laporan' }).check();
  await own.getByRole('button', { name: 'Kirim', exact: true }).click();
  await own.getByText('Ditarik pelapor').waitFor();
  await above.getByText('Ditarik pelapor').first().waitFor();
});
