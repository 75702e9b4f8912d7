// The whole SOP through the browser by five people: a citizen on a phone, and the four admins who pass the report on.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { phone, visit } from '../support/console/browser.ts';
import { fillForm, readReceipt, submit } from '../support/console/citizen.ts';
import { signedIn } from '../support/console/signed-in.ts';
import { openSite, type Site } from '../support/console/site.ts';

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
  const panel = page.locator('aside');
  await panel.getByRole('button', { name: action }).first().click();
  if (office) {
    await panel.getByRole('combobox').first().click();
    await page.getByRole('listbox').getByRole('option', { name: office, exact: true }).click();
  }
  if (text) await panel.getByRole('textbox').last().fill(text);
  await panel.getByText('Selanjutnya').waitFor();
  await panel.locator('form [type=submit]').first().click();
  await page.getByTestId('done').waitFor();
}

test('five people bring one report from filing to its end', { timeout: 180_000 }, async () => {
  const citizen = await visit(site.browser, site.base, { viewport: phone, hasTouch: true, isMobile: true });
  const officers = {
    national: await officer('nasional'),
    agency: await officer('instansi'),
    echelon1: await officer('eselon1'),
    upt: await officer('upt'),
  };

  // Row 1: the citizen files and follows.
  await citizen.page.goto('/lapor');
  await fillForm(citizen.page, title);
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
  await decide(agency.page, 'Kewenangan kami', { office: 'Direktorat Jenderal Pelayanan' });

  // Rows 6 and 7: the citizen reads the first response without a reload; it belongs to a UPT.
  await open(echelon1.page);
  await decide(echelon1.page, 'Respon awal', { text: 'Tim kami menuju lokasi.' });
  await citizen.page.getByText('Tim kami menuju lokasi.').first().waitFor({ timeout: 2_000 });
  await decide(echelon1.page, 'Disposisi', { office: await officeOf('upt') });

  // Rows 9 and 10.
  await open(upt.page);
  await decide(upt.page, 'Terima');
  await decide(upt.page, 'Jawab', { text: 'Tali jembatan itu sudah kami ganti semua.' });

  // Row 11: an objection reopens it, the second answer satisfies.
  await citizen.page
    .getByText('Tali jembatan itu sudah kami ganti semua.')
    .first()
    .waitFor({ timeout: 2_000 });
  await citizen.page.getByRole('radio', { name: 'Ajukan keberatan' }).check();
  await citizen.page.getByLabel('Tulisan Anda').fill('Lantainya masih berlubang.');
  await citizen.page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await upt.page.goto('/kantor');
  await open(upt.page);
  await upt.page.getByText('Lantainya masih berlubang.').first().waitFor();
  await decide(upt.page, 'Jawab', { text: 'Lantai jembatan sudah diganti seluruhnya.' });
  await citizen.page
    .getByText('Lantai jembatan sudah diganti seluruhnya.')
    .first()
    .waitFor({ timeout: 2_000 });
  await citizen.page.getByRole('radio', { name: 'Saya puas' }).check();
  await citizen.page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await citizen.page.getByText('Anda menutupnya dengan konfirmasi.').waitFor();

  // Everybody sees the end, and the public may read it.
  await national.page.goto(`/kantor/laporan/${number}`);
  await national.page.getByText('Laporan ini sudah berakhir.').waitFor();
  const anyone = await visit(site.browser, site.base);
  await anyone.page.goto(`/register/${number}`);
  await anyone.page.getByText('Lantai jembatan sudah diganti seluruhnya.').waitFor();
  expect(await anyone.page.content()).not.toContain('Siti');
  const types = (await site.api.as('nasional', 'GET', `/v1/complaints/${number}/events`)).body.items.map(
    ({ type }: { type: string }) => type,
  );
  expect(types.slice(-4)).toEqual(['answered', 'objected', 'answered', 'confirmed']);
  for (const { faults } of [citizen, ...Object.values(officers), anyone]) expect(faults).toEqual([]);
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
    await page.locator('aside').getByRole('textbox').fill('Sedang ditangani UPT.');
    await page.locator('aside form [type=submit]').click();
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
