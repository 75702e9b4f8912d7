// "Disposisi kami" in a browser: what an office disposed, taken back by one key, or many at once; advice by its own key.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, phone } from '../../support/console/browser.ts';
import { dialog, doneNotice, focusedRow, rowOf } from '../../support/console/office.ts';
import { signedIn } from '../../support/console/signed-in.ts';
import { openSite, type Site } from '../../support/console/site.ts';
import type { Driven } from '../../support/api.ts';
import { chooseOffice, officeField } from '../../support/console/choose-office.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

async function toEchelon1(title: string): Promise<Driven> {
  const one = await site.api.report({ title, agencyId: 'kementerian-contoh' });
  await one.decide('instansi', { action: 'receive' });
  await one.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
  return one;
}

test('one key takes a report back from the list, and from the report itself', async () => {
  const [first, second] = [await toEchelon1('Salah pilih satu'), await toEchelon1('Salah pilih dua')];
  const { page, faults } = await signedIn(site, 'instansi', '/kantor');
  await page.getByRole('link', { name: 'Disposisi kami' }).click();
  await page.getByRole('heading', { name: 'Disposisi kami' }).waitFor();
  await rowOf(page, first.number)
    .getByText(/dipegang Direktorat Jenderal Pelayanan sejak \d/)
    .waitFor();
  await page.getByText('2 dapat ditarik kembali').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize(phone);
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await rowOf(page, first.number).getByRole('link').focus();
  await page.keyboard.press('z');
  await dialog(page).getByText('Selanjutnya:').waitFor();
  await dialog(page)
    .getByLabel(/^Alasan/)
    .fill('Seharusnya ditjen lain.');
  await page.keyboard.press('Control+Enter');
  await doneNotice(page).waitFor();
  await rowOf(page, first.number).waitFor({ state: 'detached' });
  await expect.poll(() => focusedRow(page)).toBe(second.number);
  expect((await first.seenBy('instansi')).body).toMatchObject({
    holder: { id: 'kementerian-contoh' },
    step: 4,
  });
  // What is with the reporter can't be taken back, and says so.
  await second.decide('eselon1', { action: 'receive' });
  await second.decide('eselon1', { action: 'request-completion', reason: 'Di mana?', text: 'Lewat telepon' });
  await rowOf(page, second.number).getByText('belum dapat Anda tarik kembali').waitFor();
  expect(await rowOf(page, second.number).getByRole('button').count()).toBe(0);
  await second.reply({ type: 'completion', text: 'Di pasar.' });
  await rowOf(page, second.number).getByRole('button', { name: 'Tarik kembali' }).waitFor();
  await rowOf(page, second.number).getByRole('link').click();
  await page.getByRole('button', { name: 'Tarik kembali' }).waitFor();
  await page.keyboard.press('z');
  await page.getByLabel(/^Alasan/).fill('Seharusnya ditjen lain.');
  await page.getByRole('button', { name: 'Tarik kembali' }).click();
  await doneNotice(page).getByText(second.number).waitFor();
  expect((await second.seenBy('instansi')).body.step).toBe(4);
  // Back where one came from.
  await page.getByRole('heading', { name: 'Salah pilih dua' }).click();
  await page.keyboard.press('u');
  await page.getByRole('heading', { name: 'Tidak ada yang masih terbuka di bawah' }).waitFor();
  expect(faults).toEqual([]);
});

test('more than twenty are taken back under one reason, asked once more before', async () => {
  const many = await Promise.all(
    Array.from({ length: 21 }, async (_, n) => {
      const one = await site.api.report({ title: `Banyak ${n}` });
      await one.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
      return one;
    }),
  );
  const { page, faults } = await signedIn(site, 'nasional', '/kantor/disposisi?q=Banyak');
  await page.getByText('21 dapat ditarik kembali').waitFor();
  await page.getByLabel('Pilih semua yang tampil').check();
  await page.getByRole('button', { name: 'Tarik kembali (21)' }).click();
  await dialog(page)
    .getByLabel(/^Alasan/)
    .fill('Kantor itu tidak menjawab.');
  const send = dialog(page).getByRole('button', { name: 'Tarik kembali: 21 laporan' });
  await send.click();
  const sure = dialog(page).getByLabel('Ya, tarik kembali semuanya');
  await sure.and(page.locator(':focus')).waitFor();
  expect((await many[0]?.seenBy('nasional'))?.body.holder.id).toBe('kementerian-contoh');
  await sure.check();
  await send.click();
  await dialog(page).getByText('21 laporan selesai diputuskan.').waitFor();
  await dialog(page).getByRole('button', { name: 'Tutup' }).last().click();
  await page.getByRole('heading', { name: 'Tidak ada yang cocok' }).waitFor();
  // Nothing of it is selected any more where they are now.
  await page.goto('/kantor?q=Banyak');
  await rowOf(page, many[0]?.number ?? '').waitFor();
  expect(await page.getByText(/\d+ dipilih/).count()).toBe(0);
  expect(faults).toEqual([]);
});

test('advice has its key: it asks, and where one is asked it answers', async () => {
  const one = await (await site.api.report({ title: 'Perlu nasihat' })).toRow8();
  const { page, faults } = await signedIn(site, 'eselon1', `/kantor/laporan/${one.number}`);
  await page.getByRole('heading', { name: 'Konsultasi' }).waitFor();
  await page.keyboard.press('s');
  const office = officeField(page, 'Kantor yang ditanya');
  await office.and(page.locator(':focus')).waitFor();
  await chooseOffice(office, 'prasarana');
  await page.getByLabel('Pertanyaan').fill('Pernah diizinkan?');
  await page.getByRole('button', { name: 'Kirim pertanyaan' }).click();
  await page.getByText('Menunggu jawaban').waitFor();
  await page.getByRole('button', { name: 'Pintasan papan tik' }).click();
  await dialog(page).getByText('Konsultasi: bertanya atau menjawab').waitFor();
  const other = await signedIn(site, 'eselon1b', `/kantor/laporan/${one.number}`);
  await other.page.getByLabel(/^Jawaban untuk/).waitFor();
  await other.page.keyboard.press('s');
  await other.page
    .getByLabel(/^Jawaban untuk/)
    .and(other.page.locator(':focus'))
    .waitFor();
  expect([...faults, ...other.faults]).toEqual([]);
});
