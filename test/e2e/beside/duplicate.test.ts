// Reports alike, as people meet them: duplicates whose reporters follow the original (reading 21), and where the others were answered.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, phone, visit } from '../../support/console/browser.ts';
import { officeField } from '../../support/console/choose-office.ts';
import { dialog, doneNotice, sendNow } from '../../support/console/office.ts';
import { signedIn } from '../../support/console/signed-in.ts';
import { openSite, type Site } from '../../support/console/site.ts';
import { goodAnswer } from '../../support/said.ts';

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

test('reports alike are decided once from one of them, which the others then repeat', async () => {
  const atAgency = { agencyId: 'kementerian-contoh', description: 'Airnya meluap ke jalan sejak semalam.' };
  const [first, second, third] = [
    await site.api.report({ ...atAgency, title: 'Pipa pecah di Jalan Nangka' }),
    await site.api.report({ ...atAgency, title: 'Pipa pecah Jalan Nangka' }),
    await site.api.report({ ...atAgency, title: 'Pipa pecah di Jl. Nangka' }),
  ];
  for (const report of [first, second, third]) await report.decide('instansi', { action: 'receive' });
  const { page, faults } = await signedIn(site, 'instansi', `/kantor/laporan/${second.number}`);
  const together = page.getByRole('group', { name: 'Putuskan bersama laporan ini' });
  for (const { number } of [first, third]) await together.getByLabel(number).check();
  await together.getByRole('button', { name: 'Tolak (3)' }).click();
  await dialog(page)
    .getByRole('button', { name: `${first.number} ·` })
    .click();
  await dialog(page).getByText(`${first.number} adalah laporan asalnya`).waitFor();
  await dialog(page).getByText('mengikuti laporan asal').waitFor();
  await dialog(page).getByRole('button', { name: 'Tolak: 2 laporan' }).click();
  await sendNow(page);
  await doneNotice(page).getByText('2 laporan ditolak.').waitFor();
  const standing = async (report: typeof first) => {
    const { status, duplicateOf } = (await report.seenBy('instansi')).body;
    return [status, duplicateOf];
  };
  expect(await standing(first)).toEqual(['in-process', null]);
  for (const report of [second, third]) expect(await standing(report)).toEqual(['rejected', first.number]);
  expect(faults).toEqual([]);
});

test('an office is found among hundreds as people call it; where reports alike were answered comes first, by one key', async () => {
  const before = await (await site.api.report({ title: 'Lampu jalan padam di Melati' })).toRow8();
  await before.decide('eselon1', { action: 'answer', text: goodAnswer });
  await site.api.sql`
    insert into offices (id, name, level, parent_id)
    select 'papua-' || n, 'Pemerintah Kabupaten Papua ' || n, 'agency', 'nasional' from generate_series(1, 640) n`;
  const report = await site.api.report({ title: 'Lampu jalan padam di Mawar' });
  const { page, faults } = await signedIn(site, 'nasional', `/kantor/laporan/${report.number}`, {
    viewport: phone,
  });
  await page.getByRole('button', { name: 'Disposisi' }).click();
  const field = officeField(page, 'Kantor tujuan');
  const options = page.getByRole('listbox', { name: 'Kantor tujuan' }).getByRole('option');
  const likely = page.getByRole('group', { name: 'Dari 1 laporan serupa yang sudah dijawab' });
  await likely.getByRole('option', { name: /^Kementerian Contoh.*menjawab 1 dari 1/ }).waitFor();
  // Drawn is what is in sight.
  expect(await options.count()).toBeLessThan(50);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    expect(await axe(page)).toEqual([]);
  }

  await field.pressSequentially('kab papua 17');
  await page.getByRole('status').getByText('kantor cocok').waitFor();
  expect(await options.first().innerText()).toContain('Pemerintah Kabupaten Papua 17');
  await field.press('Enter');
  expect(await field.inputValue()).toBe('Pemerintah Kabupaten Papua 17');
  await page.getByText('Kantor ini belum memiliki petugas aktif').waitFor();

  // Emptied it offers all again; 1 takes what the record says. Escape closes the list and nothing else.
  await field.fill('');
  await likely.waitFor();
  await field.press('Escape');
  await options.first().waitFor({ state: 'detached' });
  await field.press('ArrowDown');
  await field.press('1');
  expect(await field.inputValue()).toBe('Kementerian Contoh');
  await field.press('Control+Enter');
  await doneNotice(page).getByText('didisposisikan ke Kementerian Contoh').waitFor();

  const next = await site.api.report({ title: 'Antrean loket sejak subuh' });
  await page.goto(`/kantor/laporan/${next.number}`);
  await page.getByRole('button', { name: 'Disposisi' }).click();
  const recent = page.getByRole('group', { name: 'Baru Anda pilih' }).getByRole('option');
  await recent.first().waitFor();
  expect((await recent.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
    'Kementerian Contoh',
    'Pemerintah Kabupaten Papua 17',
  ]);
  expect(faults).toEqual([]);
});
