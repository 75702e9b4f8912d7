// Advice (reading 24) in a browser: the holder asks beside the report, who is asked finds it in the inbox and answers.
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

test('an officer asks another office, which answers from its inbox; another question is withdrawn', async () => {
  const report = await (await site.api.report({ title: 'Perlu pendapat' })).toRow8();
  const { page, faults } = await signedIn(site, 'eselon1', `/kantor/laporan/${report.number}`);
  const deadline = (await report.seenBy('eselon1')).body.deadline;
  await page.getByText('Tanya kantor lain').click();
  const send = page.getByRole('button', { name: 'Kirim pertanyaan' });
  await send.click();
  const office = officeField(page, 'Kantor yang ditanya');
  await office.and(page.locator(':focus')).waitFor();
  const offered = await page.getByRole('listbox').getByRole('option').allInnerTexts();
  expect(offered.length).toBeGreaterThan(3);
  expect(offered.join()).not.toContain('Admin Nasional');
  expect(await axe(page)).toEqual([]);
  await chooseOffice(office, 'prasarana');
  await page.getByLabel('Pertanyaan', { exact: true }).fill('Apakah jalan ini milik Anda?');
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Pertanyaan', { exact: true }).press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText(/Menunggu jawaban · Tenggat/).waitFor();

  const other = await signedIn(site, 'eselon1b', '/kantor');
  await other.page.getByText('1 pertanyaan dari kantor lain menunggu jawaban Anda').waitFor();
  expect(await axe(other.page)).toEqual([]);
  await other.page.getByRole('link', { name: 'Perlu pendapat' }).click();
  await other.page.getByText('Apakah jalan ini milik Anda?').first().waitFor();
  await other.page.getByLabel('Jawaban untuk Direktorat Jenderal Pelayanan').fill('Bukan, milik kota.');
  expect(await axe(other.page)).toEqual([]);
  await other.page.getByRole('button', { name: 'Kirim jawaban' }).click();

  // The answer is there without asking, and the deadline where it was; who answered sees the report no more.
  await page.getByText('Bukan, milik kota.').first().waitFor();
  expect((await report.seenBy('eselon1')).body.deadline).toBe(deadline);
  await expect.poll(async () => (await report.seenBy('eselon1b')).status).toBe(404);

  // Nobody sits there: that is asked about once more, and nothing is sent before.
  await chooseOffice(office, 'upt jayapura');
  await page.getByLabel('Pertanyaan', { exact: true }).fill('Sudah pernah ke sana?');
  await send.click();
  const sure = page.getByLabel('Ya, tetap tanya kantor ini');
  await sure.and(page.locator(':focus')).waitFor();
  expect(await axe(page)).toEqual([]);
  expect((await report.seenBy('eselon1')).body.consultations).toHaveLength(1);
  await sure.check();
  await send.click();
  const withdraw = page.getByRole('button', { name: 'Tarik pertanyaan' });
  await withdraw.click();
  await page.getByRole('group', { name: 'Tarik pertanyaan?' }).getByRole('button').first().click();
  await page.getByText('Ditarik', { exact: true }).waitFor();
  expect(faults).toEqual([]);
});
