// What is added to a report beside its procedure, in a browser: a number of another system, stars, another address.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signRatingLink } from '../../../db/ratings/rating-links.ts';
import { contactKey } from '../../../db/secrets/secrets.ts';
import { axe, phone, visit } from '../../support/console/browser.ts';
import { rowOf } from '../../support/console/office.ts';
import { signedIn } from '../../support/console/signed-in.ts';
import { openSite, type Site } from '../../support/console/site.ts';

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

test('the reporter gives stars and changes them; the office reads them; another address is to be confirmed', async () => {
  const report = await site.api.report({
    title: 'Berbintang',
    reporter: { name: 'Siti', email: 'siti@example.org' },
  });
  await report.toRow8();
  const { page, faults } = await visit(site.browser, site.base, { viewport: phone });
  await page.goto(`/ikuti/${report.number}`);
  await page.getByLabel('Kunci akses').fill(report.key);
  await page.getByRole('button', { name: 'Buka laporan' }).click();
  await page.getByText('Tersambung langsung').waitFor();
  expect(await page.getByRole('button', { name: 'Kirim nilai' }).count()).toBe(0);
  await report.decide('eselon1', { action: 'answer', text: 'Lampu jalan itu sudah kami ganti kemarin.' });
  await page.getByRole('button', { name: 'Kirim nilai' }).click();
  const stars = page.getByRole('radiogroup', { name: 'Nilai' });
  await stars.locator('input:focus').waitFor();
  expect(await stars.getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.getByText('3 dari 5: Cukup').waitFor();
  await page.getByRole('radio', { name: '4 dari 5: Puas' }).check();
  await page.getByLabel('Pesan (tidak wajib)').last().fill('Terang lagi.');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Kirim nilai' }).click();
  await page.getByText('Terima kasih, nilai Anda sudah dicatat').waitFor();
  await page.getByRole('radio', { name: '5 dari 5: Sangat puas' }).check();
  await page.getByRole('button', { name: 'Ubah nilai' }).click();
  await expect.poll(async () => (await report.followed()).body.rating.score).toBe(5);

  await page.getByText('Sekarang: s…@example.org.').waitFor();
  await page.getByLabel('Alamat surel baru').fill('baru@example.org');
  await page.getByRole('button', { name: 'Simpan kontak' }).click();
  await page.getByText('Kontak Anda sudah diubah').waitFor();
  await page.getByText('Sekarang: b…@example.org.').waitFor();
  await page.getByText('Alamat surel menunggu konfirmasi').waitFor();
  expect(faults).toEqual([]);

  const office = await signedIn(site, 'eselon1', `/kantor/laporan/${report.number}`);
  await office.page.getByText('5 dari 5: Sangat puas').waitFor();
  await office.page.getByText('Terang lagi.').waitFor();
  expect(office.faults).toEqual([]);
});

test('the link in the mail of an answer rates by a press, not by being looked at, and once', async () => {
  const email = 'lewat-surel@example.org';
  const report = await site.api.report({ title: 'Lewat surel', reporter: { name: 'Siti', email } });
  await report.toRow8();
  await report.decide('eselon1', { action: 'answer', text: 'Lampu jalan itu sudah kami ganti kemarin.' });
  await site.api.sql`update identities set email_confirmed_at = now() where number = ${report.number}`;
  const { seq } = (await report.events()).find(({ type }) => type === 'answered') ?? {};
  const token = signRatingLink(await contactKey(site.api.sql), { number: report.number, seq }, email);
  const { page, faults } = await visit(site.browser, site.base);
  await page.goto(`/nilai#${token}`);
  const press = page.getByRole('button', { name: 'Kirim nilai' });
  await page.getByRole('radio', { name: '2 dari 5: Tidak puas' }).check();
  expect([await axe(page), (await report.followed()).body.rating]).toEqual([[], null]);
  await press.click();
  await page.getByText('Terima kasih, nilai Anda sudah dicatat').waitFor();
  expect((await report.followed()).body.rating.score).toBe(2);
  expect(faults).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('radio', { name: '5 of 5: Very satisfied' }).check();
  await page.getByRole('button', { name: 'Send the rating' }).click();
  await page.getByText('This link is no longer valid').waitFor();
  expect((await report.followed()).body.rating.score).toBe(2);
});
