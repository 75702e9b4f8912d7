// The whole SOP through the browser by five people: a citizen on a phone, and the four admins who pass the report on.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, phone, visit } from '../support/console/browser.ts';
import { closeReport, walkForm, readReceipt, submit } from '../support/console/citizen.ts';
import { sendNow } from '../support/console/office.ts';
import { signedIn } from '../support/console/signed-in.ts';
import { openSite, type Site } from '../support/console/site.ts';
import { chooseOffice, officeField } from '../support/console/choose-office.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const title = 'Jembatan gantung Cimanuk rapuh';

/** Signed in, and at the inbox. */
async function officer(username: string) {
  const visited = await visit(site.browser, site.base);
  const { page } = visited;
  await page.goto('/masuk');
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill('demo');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { name: 'Kotak kerja', exact: true }).waitFor();
  return visited;
}

/** Opens the report once it has arrived in the inbox, which nobody reloads. */
async function open(page: Page): Promise<void> {
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: title }).waitFor();
}

interface Words {
  office?: string;
  text?: string;
}

/** Takes one decision by its button and form. */
async function decide(page: Page, action: string, { office, text }: Words = {}): Promise<void> {
  const panel = page.getByTestId('deciding');
  await panel.getByRole('button', { name: action }).first().click();
  if (office) {
    await chooseOffice(panel.locator('form input[role=combobox]').first(), office);
  }
  if (text) await panel.getByRole('textbox').last().fill(text);
  await panel.getByText('Selanjutnya').waitFor();
  await panel.locator('form [type=submit]').first().click();
  // What was done before is said until this is: only the form goes when it has come through.
  await panel.locator('form').waitFor({ state: 'detached' });
  if (action === 'Jawab') await sendNow(page);
  await page.getByTestId('done').waitFor();
}

/** The citizen's word. */
async function say(page: Page, what: string, text = ''): Promise<void> {
  await page.getByRole('radio', { name: what }).check();
  if (text) await page.getByLabel('Tulisan Anda').fill(text);
  const does = { 'Tulis pesan': 'Kirim pesan', Balas: 'Kirim balasan' }[what] ?? what;
  await page.getByRole('button', { name: does, exact: true }).click();
  if (what === 'Tarik laporan') await page.getByRole('button', { name: 'Ya, tarik laporan' }).click();
}

test('five people bring one report from filing to its end', async () => {
  const citizen = await visit(site.browser, site.base, { viewport: phone, hasTouch: true, isMobile: true });
  const officers = {
    national: await officer('nasional'),
    agency: await officer('instansi'),
    echelon1: await officer('eselon1'),
    upt: await officer('upt'),
  };

  // Row 1: the citizen files and follows.
  await citizen.page.goto('/lapor');
  await walkForm(citizen.page, title);
  await submit(citizen.page).click();
  const { number } = await readReceipt(citizen.page);
  await citizen.page.getByRole('link', { name: 'Ikuti laporan ini' }).click();
  await citizen.page.getByText('menunggu diverifikasi').waitFor();

  // Rows 2 to 5: each office finds it in the inbox and passes it on.
  const { national, agency, echelon1, upt } = officers;
  await open(national.page);
  await decide(national.page, 'Disposisi', { office: 'Kementerian Contoh' });
  await open(agency.page);
  await decide(agency.page, 'Terima');
  // The wrong unit is taken back by one key (reading 18).
  await decide(agency.page, 'Kewenangan kami', { office: 'Direktorat Jenderal Prasarana' });
  await agency.page.goto(`/kantor/laporan/${number}`);
  await agency.page.getByRole('button', { name: 'Tarik kembali' }).waitFor();
  await agency.page.keyboard.press('z');
  await agency.page
    .getByText('Waktu sampai sekarang tetap dibebankan kepada Direktorat Jenderal Prasarana')
    .waitFor();
  await agency.page.getByLabel('Alasan (dibaca pelapor)').fill('Salah unit');
  await agency.page.getByRole('button', { name: 'Tarik kembali' }).click();
  await citizen.page.getByText('Ditarik kembali oleh Kementerian Contoh').first().waitFor();
  await decide(agency.page, 'Kewenangan kami', { office: 'Direktorat Jenderal Pelayanan' });

  // Rows 6 and 7: the citizen reads the first response without a reload; it belongs to a UPT.
  await open(echelon1.page);
  await decide(echelon1.page, 'Respon awal', { text: 'Tim kami menuju lokasi.' });
  await citizen.page.getByText('Tim kami menuju lokasi.').first().waitFor({ timeout: 6_000 });

  // It is another kind: old beside new, and the limit that moves (reading 19).
  await echelon1.page.getByRole('button', { name: 'Perbaiki data' }).click();
  await echelon1.page.getByLabel('Jenis').selectOption('aspirasi');
  await echelon1.page.getByLabel('Tempat kejadian').fill('Cimanuk');
  await echelon1.page.getByRole('combobox', { name: 'Cari wilayah' }).fill('sukajadi bandung');
  await echelon1.page.getByRole('option', { name: /^Kecamatan Sukajadi/ }).click();
  await echelon1.page.getByText('Dipilih: Kecamatan Sukajadi, Kota Bandung, Provinsi Jawa Barat').waitFor();
  await echelon1.page.getByText('Sekarang: Pengaduan').waitFor();
  await echelon1.page.getByText('Batas keseluruhan 14 hari kerja menjadi 5 hari kerja').waitFor();
  await echelon1.page.getByText(/^Batas keseluruhan: .+ menjadi .+/).waitFor();
  expect(await axe(echelon1.page)).toEqual([]);
  await echelon1.page.getByLabel('Alasan (dibaca pelapor)').fill('Ini usulan');
  await echelon1.page.getByRole('button', { name: 'Perbaiki data' }).click();
  await citizen.page.getByText('Data laporan diperbaiki: jenis, tempat kejadian, wilayah kejadian').waitFor();

  // Asked, the citizen writes (reading 20); another unit gives advice beside the report (24).
  await decide(echelon1.page, 'Tanya pelapor', { text: 'Di sisi mana?' });
  await citizen.page.getByRole('heading', { name: 'Pertanyaan kantor' }).waitFor();
  expect(await axe(citizen.page)).toEqual([]);
  await say(citizen.page, 'Tulis pesan', 'Sisi utara.');
  await echelon1.page.getByText('Sisi utara.').first().waitFor();
  await echelon1.page.getByText('Tanya kantor lain').click();
  await chooseOffice(officeField(echelon1.page, 'Kantor yang ditanya'), 'prasarana');
  await echelon1.page.getByLabel('Pertanyaan', { exact: true }).fill('Apakah jembatan ini milik Anda?');
  await echelon1.page.getByRole('button', { name: 'Kirim pertanyaan' }).click();
  const adviser = await signedIn(site, 'eselon1b', `/kantor/laporan/${number}`);
  await adviser.page.getByLabel('Jawaban untuk Direktorat Jenderal Pelayanan').fill('Bukan, milik Anda.');
  await adviser.page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await echelon1.page.getByText('Bukan, milik Anda.').first().waitFor();
  await decide(echelon1.page, 'Disposisi', { office: await officeOf('upt') });

  // Rows 9 and 10.
  await open(upt.page);
  await decide(upt.page, 'Terima');
  await decide(upt.page, 'Jawab', { text: 'Tali jembatan itu sudah kami ganti semua.' });

  // Row 11: an objection reopens it, the second answer satisfies.
  await citizen.page
    .getByText('Tali jembatan itu sudah kami ganti semua.')
    .first()
    .waitFor({ timeout: 6_000 });
  await say(citizen.page, 'Ajukan keberatan', 'Lantainya masih berlubang.');
  await upt.page.goto('/kantor');
  await open(upt.page);
  await upt.page.getByText('Lantainya masih berlubang.').first().waitFor();
  await decide(upt.page, 'Jawab', { text: 'Lantai jembatan sudah diganti seluruhnya.' });
  await citizen.page
    .getByText('Lantai jembatan sudah diganti seluruhnya.')
    .first()
    .waitFor({ timeout: 6_000 });

  // The next objection goes upward (reading 23).
  await say(citizen.page, 'Ajukan keberatan', 'Pegangannya belum.');
  await echelon1.page.goto(`/kantor/laporan/${number}`);
  await echelon1.page.getByText('Pegangannya belum.').first().waitFor();
  await decide(echelon1.page, 'Kewenangan kami');
  await decide(echelon1.page, 'Jawab', { text: 'Pegangan jembatan sudah kami pasang seluruhnya.' });
  await citizen.page.getByText('Pegangan jembatan sudah kami pasang').first().waitFor({ timeout: 6_000 });
  await citizen.page.getByRole('radio', { name: '5 dari 5: Sangat puas' }).check();
  await citizen.page.getByRole('button', { name: 'Kirim nilai' }).click();
  await citizen.page.getByText('Terima kasih, nilai Anda sudah dicatat').waitFor();
  await closeReport(citizen.page);
  await citizen.page.getByText('Anda menutupnya dengan konfirmasi.').waitFor();

  // Everybody sees the end, and the public may read it.
  await national.page.goto(`/kantor/laporan/${number}`);
  await national.page.getByText('Laporan ini sudah berakhir.').waitFor();
  const anyone = await visit(site.browser, site.base);
  await anyone.page.goto(`/register/${number}`);
  await anyone.page.getByText('Pegangan jembatan sudah kami pasang seluruhnya.').waitFor();
  expect(await anyone.page.content()).not.toContain('Siti');
  const types = (await site.api.as('nasional', 'GET', `/v1/complaints/${number}/events`)).body.items.map(
    ({ type }: { type: string }) => type,
  );
  const end = ['answered', 'objected', 'answered', 'objected', 'accepted', 'answered', 'confirmed'];
  expect(types.slice(-end.length)).toEqual(end);
  for (const { faults } of [citizen, adviser, ...Object.values(officers), anyone]) expect(faults).toEqual([]);
});

test('what national rejects comes back when the citizen objects, and the citizen withdraws it', async () => {
  const report = await site.api.report({ title: 'Loket tutup' });
  const { page } = await signedIn(site, 'nasional', `/kantor/laporan/${report.number}`);
  await page.getByRole('button', { name: 'Tolak' }).click();
  await page.getByText('dapat berkeberatan sekali dalam 10 hari kerja').waitFor();
  await page.getByLabel('Alasan (dibaca pelapor)').fill('Bukan pelayanan publik');
  await page.getByRole('button', { name: 'Tolak' }).click();
  await sendNow(page);
  await page.getByText('pelapornya masih dapat berkeberatan').waitFor();
  await page.getByText('Penolakan tetap', { exact: true }).waitFor();
  expect(await axe(page)).toEqual([]);

  const { page: own } = await visit(site.browser, site.base, { viewport: phone });
  await own.goto(`/ikuti/${report.number}`);
  await own.getByLabel('Kunci akses').fill(report.key);
  await own.getByRole('button', { name: 'Buka laporan' }).click();
  await own.getByText('Bukan pelayanan publik').first().waitFor();
  await own.getByText(/Anda dapat mengajukan keberatan sampai \d/).waitFor();
  expect(await axe(own)).toEqual([]);
  await own.getByText('Laporan kembali ke kantor yang menolaknya').waitFor();
  await say(own, 'Ajukan keberatan', 'Loketnya milik pemerintah.');
  await own.getByText('Anda mengajukan keberatan').waitFor();
  await page.getByRole('button', { name: 'Disposisi' }).waitFor();
  await page.getByText('Loketnya milik pemerintah.').waitFor();

  await own.getByRole('radio', { name: 'Rahasia' }).check();
  await own.getByRole('button', { name: 'Simpan', exact: true }).click();
  await own.getByText('Tersimpan').waitFor();
  await say(own, 'Tarik laporan');
  await own.getByText('Ditarik pelapor').waitFor();
  await page.getByText('Ditarik pelapor').first().waitFor();
});

test('says what is true after returns: the track, a binding disposition, the first response still owed', async () => {
  const report = await site.api.report({ title: 'Bolak-balik' });
  const toAndFro = async () => {
    await report.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
    await report.decide('instansi', { action: 'receive' });
    await report.decide('instansi', { action: 'return', reason: 'Bukan kewenangan kami.' });
  };
  await toAndFro();
  await toAndFro();
  const path = `/kantor/laporan/${report.number}`;
  const national = await signedIn(site, 'nasional', path);
  const stop = (page: typeof national.page, step: number) =>
    page
      .locator('aside ol > li')
      .nth(step - 1)
      .innerText();
  await national.page.getByText('Sekarang di sini').waitFor();
  expect(await stop(national.page, 2)).toMatch(/Sekarang di sini.*3 kali/s);
  expect(await stop(national.page, 4)).toMatch(/Pernah di sini.*2 kali/s);
  expect(await stop(national.page, 5)).toContain('Belum');
  await national.page.getByRole('button', { name: 'Disposisi' }).click();
  await national.page.getByText('Disposisi ini mengikat: tidak dapat dikembalikan.').waitFor();
  await report.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await national.page.context().close();

  await report.decide('instansi', { action: 'receive' });
  const agency = await signedIn(site, 'instansi', path);
  await agency.page.getByText('tidak dapat dikembalikan lagi').waitFor();
  expect(await agency.page.getByRole('button', { name: 'Kembalikan' }).count()).toBe(0);
  await expect.poll(() => agency.page.getByText('Mengikat: tidak dapat dikembalikan').count()).toBe(1);
  await agency.page.context().close();

  await report.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
  await report.decide('eselon1', { action: 'receive' });
  await report.decide('eselon1', { action: 'dispose', officeId: 'upt-bandung' });
  const { page, faults } = await signedIn(site, 'eselon1', '/kantor');
  await page.getByText('menunggu respon awal dari kantor Anda').waitFor();
  await page.getByRole('link', { name: 'Bolak-balik' }).click();
  const respond = async (button: string, next: string) => {
    await page.getByRole('button', { name: button }).click();
    await page.getByText(next).waitFor();
    await page.getByTestId('deciding').getByRole('textbox').fill('Sedang ditangani UPT.');
    await page.getByTestId('deciding').locator('form [type=submit]').click();
  };
  await respond('Respon awal', 'Pelapor menerima respon awal ini; laporan tetap pada langkahnya');
  await respond('Pesan lanjutan', 'Pelapor menerima pesan ini; laporan tetap pada langkahnya');
  await page.keyboard.press('u');
  await page.getByRole('heading', { level: 1, name: 'Kotak kerja' }).waitFor();
  await expect.poll(() => page.getByText('menunggu respon awal dari kantor Anda').count()).toBe(0);
  expect(faults).toEqual([]);
});

async function officeOf(username: string): Promise<string> {
  const { body } = await site.api.send('POST', '/v1/sessions', { username, password: 'demo' });
  return body.user.office.name;
}
