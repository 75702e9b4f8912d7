// What superiors see: every number is the API's, leads to its list, and moves by itself.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Summary } from '../../web/src/api/types.ts';
import { axe, phone } from '../support/console/browser.ts';
import { clearOfMidnight } from '../support/clock/midnight.ts';
import { typeInPalette } from '../support/console/office.ts';
import { signedIn } from '../support/console/signed-in.ts';
import { openSite, type Site } from '../support/console/site.ts';
import { goodAnswer } from '../support/said.ts';
import { chooseOffice, officeField } from '../support/console/choose-office.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
  const { api } = site;
  await clearOfMidnight(120_000);
  const closed = await api.report({ title: 'Selesai' });
  await closed.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await closed.decide('nasional', { action: 'recall', reason: 'Terlalu cepat' });
  await closed.toRow8();
  await api.as('eselon1', 'POST', `${closed.path}/consultations`, {
    officeId: 'ditjen-prasarana',
    question: 'Pernah diizinkan?',
  });
  await closed.decide('eselon1', { action: 'answer', text: goodAnswer });
  await closed.reply({ type: 'confirmation' });
  await api.send(
    'PUT',
    `${closed.path}/rating`,
    { score: 4, comment: 'Cepat dan rapi.' },
    { 'x-access-key': closed.key },
  );
  const back = await api.report({ kind: 'aspirasi' });
  await back.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await back.decide('instansi', { action: 'receive' });
  await back.decide('instansi', { action: 'return', reason: 'Bukan kami.' });
  const late = await api.report({ kind: 'informasi', agencyId: 'badan-contoh' });
  await api.sql`update complaints set deadline = now() - interval '1 hour' where number = ${late.number}`;
  const today = await (await api.report({ title: 'Hari ini' })).toRow8();
  await api.sql`
    update complaints set deadline = ((now() at time zone 'Asia/Jakarta')::date + 1)::timestamp at time zone 'Asia/Jakarta'
      - interval '1 second' where number = ${today.number}`;
});
afterAll(() => site?.close());

type Figures = Pick<Summary, 'brief' | 'open'>;
const summary = async (who: string, query = '') =>
  (await site.api.as(who, 'GET', `/v1/reports/summary${query}`)).body;
const numberIn = async (page: Page, label: string) => {
  const tile = page.getByRole('listitem').filter({ hasText: new RegExp(`^\\d+${label}`) });
  return Number.parseInt(await tile.innerText(), 10);
};

describe.each([
  ['nasional', '/pengawasan'],
  ['instansi', '/pengawasan'],
  ['instansi', '/pengawasan?from=2026-01-01&officeId=ditjen-pelayanan'],
  ['ops', '/pengawasan?officeId=badan-contoh'],
])('%s at %s', (who, path) => {
  test('sees the numbers of the API, and each leads to as many reports', async () => {
    const { page, faults } = await signedIn(site, who, path);
    await page.getByText('Laporan masuk').waitFor();
    const figures = await summary(who, new URL(path, site.base).search);
    expect(figures.total).toBeGreaterThan(0);
    for (const [label, count] of [
      ['Laporan masuk', figures.total],
      ['Masih terbuka', figures.open],
      ['Jatuh tempo hari ini', figures.brief.dueToday],
      ['Lewat batas sekarang', figures.brief.late.now],
      ['Pengembalian', figures.returns.total],
      ['Dinilai pelapor', figures.ratings.total],
    ]) {
      expect([label, await numberIn(page, label)]).toEqual([label, count]);
    }
    const links = await page.getByRole('main').locator('a[href^="/kantor/laporan"]').all();
    expect(links.length).toBeGreaterThan(6);
    for (const link of links) {
      const href = (await link.getAttribute('href')) ?? '';
      // The step where most is late is named, not counted.
      if (!/^\d/.test(await link.innerText())) continue;
      const { body } = await site.api.as(who, 'GET', `/v1/complaints${new URL(href, site.base).search}`);
      expect([href, body.items.length]).toEqual([href, Number.parseInt(await link.innerText(), 10)]);
    }
    expect(faults).toEqual([]);
  });
});

test.each([
  ['Jatuh tempo hari ini', ({ brief }: Figures) => brief.dueToday],
  ['Lewat batas sekarang', ({ brief }: Figures) => brief.late.now],
  ['Masih terbuka', ({ open }: Figures) => open],
])('%s opens the list of what it counts', async (label, figure) => {
  const { page, faults } = await signedIn(site, 'instansi', '/pengawasan?officeId=ditjen-pelayanan');
  const total = figure(await summary('instansi', '?officeId=ditjen-pelayanan'));
  await page.getByRole('link', { name: label }).click();
  await page.waitForURL('**/kantor/laporan?under=ditjen-pelayanan&*');
  if (total > 0) await page.getByText(`${total} laporan ditampilkan`, { exact: true }).waitFor();
  else await page.getByRole('button', { name: 'Hapus saringan' }).first().waitFor();
  await expect.poll(() => page.getByRole('main').locator(`a[href^="/kantor/laporan/"]`).count()).toBe(total);
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('what went beyond the usual way opens its list, by office too', async () => {
  const { page, faults } = await signedIn(site, 'nasional', '/pengawasan');
  const { recalling } = (await summary('nasional')).beyond;
  expect(recalling).toMatchObject({ total: 1, offices: [{ officeId: 'nasional', count: 1 }] });
  const name = 'Di luar alur biasa, menurut kantor';
  const byOffice = page.getByRole('table', { name });
  await byOffice.waitFor();
  expect(await byOffice.getByRole('columnheader').allInnerTexts()).toEqual([
    'Kantor',
    'Menarik kembali laporan',
    'Laporannya ditarik kembali',
    'Meminta konsultasi',
    'Diminta konsultasi',
  ]);
  const row = byOffice.getByRole('row').filter({ hasText: 'Kementerian Contoh' });
  await row.getByRole('link').click();
  await page.waitForURL('**/kantor/laporan?beyond=recalled&beyondFor=kementerian-contoh');
  await page.getByText('1 laporan ditampilkan', { exact: true }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Selesai' }).waitFor();
  await page.getByRole('button', { name: /^Saringan/ }).click();
  expect(await page.getByLabel('Di luar alur biasa').inputValue()).toBe('recalled');
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('says in one sentence how it stands, and goes down the tree from there, and up again', async () => {
  const { page, faults } = await signedIn(site, 'nasional', '/pengawasan');
  const sentence = page
    .getByRole('main')
    .getByText(/^\d+ laporan terlambat/)
    .first();
  await page
    .getByRole('main')
    .getByText('1 laporan terlambat, 1 di Badan Contoh Nasional, terbanyak di langkah 3; pekan lalu 0.')
    .waitFor();
  await sentence.waitFor();
  const name = 'Kantor, yang paling banyak terlambat dahulu';
  const ranking = page.getByRole('table', { name, exact: true });
  const offices = await ranking.locator('tbody th').allInnerTexts();
  expect(offices[0]).toBe('Badan Contoh Nasional');
  // The same order wherever offices stand in one.
  const late = page.getByRole('table', { name: 'Lewat batas, menurut kantor dan langkah' });
  expect(await late.locator('tbody th').allInnerTexts()).toEqual(offices.slice(0, 1));
  const weeks = page.getByRole('table', { name: 'Pekan demi pekan: laporan yang terlambat' });
  expect(await weeks.getByRole('columnheader').count()).toBe(14);
  await weeks.getByRole('rowheader', { name: 'Seluruh bagian' }).waitFor();

  await ranking.getByRole('link', { name: 'Kementerian Contoh', exact: true }).click();
  await page.waitForURL('**/pengawasan/kantor/kementerian-contoh');
  await page.getByRole('heading', { name: 'Kementerian Contoh', level: 1 }).waitFor();
  const siblings = page.getByRole('table', { name: 'Di antara kantor setingkat' });
  await siblings.waitFor();
  expect(await siblings.locator('tr[aria-current]').allInnerTexts()).toEqual([
    expect.stringContaining('Kementerian Contoh'),
  ]);
  const returned = page.getByRole('table', { name: 'Pengembalian terakhir, dan alasannya' });
  await returned.getByText('Bukan kami.').waitFor();
  const said = page
    .getByRole('table', { name: 'Kata pelapor' })
    .getByRole('row', { name: 'Cepat dan rapi.' });
  expect(await said.getByRole('link').innerText()).toBe('Selesai');
  await page.getByRole('table', { name: 'Di luar alur biasa, menurut kantor' }).waitFor();
  await page
    .getByRole('table', { name: 'Kantor di bawahnya' })
    .getByRole('link', { name: /Ditjen|Direktorat Jenderal Pelayanan/ })
    .click();
  await page.waitForURL('**/pengawasan/kantor/ditjen-pelayanan');
  await page.getByRole('heading', { name: 'Direktorat Jenderal Pelayanan', level: 1 }).waitFor();
  await page
    .getByRole('navigation', { name: 'Letak kantor' })
    .getByRole('link', { name: 'Kementerian Contoh', exact: true })
    .click();
  await page.waitForURL('**/pengawasan/kantor/kementerian-contoh');
  expect(faults).toEqual([]);
});

test('prints on two sheets of A4, nothing wider than they are, with who printed it', async () => {
  const { sql } = site.api;
  await sql`
    insert into offices (id, name, level, parent_id, time_zone)
    select 'besar-' || i, 'Kementerian Koordinator Bidang Pembangunan Manusia dan Urusan ' || i, 'agency', 'nasional', 'Asia/Jakarta'
    from generate_series(1, 40) i`;
  await sql`
    insert into figure_cells (scope, span, figure, key, n, total)
    select 'besar-' || i, '', 'weekly', array[to_char(now() - make_interval(weeks => w), 'IYYY"-W"IW'), what], i + w, 0
    from generate_series(1, 40) i, generate_series(0, 12) w, (values ('handled'), ('late')) k (what)`;
  const { page } = await signedIn(site, 'nasional', '/pengawasan', {
    colorScheme: 'dark',
    // As wide as a sheet within its margins.
    viewport: { width: 703, height: 1_030 },
  });
  await page.getByRole('button', { name: 'Tampilkan semua 43 kantor' }).click();
  await page.getByRole('table', { name: 'Pekan demi pekan: laporan yang terlambat' }).waitFor();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
  await page.emulateMedia({ media: 'print' });
  await expect
    .poll(() => page.evaluate('document.documentElement.scrollWidth - innerWidth'))
    .toBeLessThanOrEqual(0);
  await page.getByText(/^Dicetak .* oleh Nadia Prameswari, /).waitFor();
  await sql`delete from figure_cells where scope like 'besar-%'`;
  await sql`delete from offices where id like 'besar-%'`;
});

test('an office that is not mine says so', async () => {
  const { page } = await signedIn(site, 'instansi', '/pengawasan?officeId=badan-contoh');
  await page.getByText('Tidak ditemukan').waitFor();
});

test('the palette leads from here to offices, pages and reports, as far as one may see them', async () => {
  const report = await site.api.report({ agencyId: 'kementerian-contoh', title: 'Dari pengawasan' });
  const { page, faults } = await signedIn(site, 'instansi', '/pengawasan');
  await page.getByText('Laporan masuk').waitFor();
  const options = page.getByRole('listbox', { name: 'Yang dapat dipilih' }).getByRole('option');
  await typeInPalette(page, 'badan contoh');
  // Not below one's own: its reports are searched for, its figures are not offered.
  await expect
    .poll(() => options.allInnerTexts())
    .toEqual(['Laporan di Badan Contoh Nasional', expect.stringContaining('Cari “badan contoh”')]);
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await typeInPalette(page, 'ditjen pelayanan');
  await page.getByRole('option', { name: 'Angka Direktorat Jenderal Pelayanan' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/pengawasan/kantor/ditjen-pelayanan');
  await page.getByRole('heading', { level: 1, name: 'Direktorat Jenderal Pelayanan' }).waitFor();
  await typeInPalette(page, 'cetak');
  await page.getByRole('option', { name: 'Cetak dua halaman' }).waitFor();
  await page.keyboard.press('Escape');
  await typeInPalette(page, 'pengembalian');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/pengawasan/kembalian');
  await typeInPalette(page, report.number);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Dari pengawasan' }).waitFor();
  expect(faults).toEqual([]);
});

test('which reports are counted is chosen in a form and kept in the address', async () => {
  const { page, faults } = await signedIn(site, 'nasional', '/pengawasan');
  await page.getByLabel('Diterima sejak').fill('2026-05-01');
  await page.getByLabel('Sampai dengan').fill('2026-04-01');
  await chooseOffice(officeField(page, 'Kantor'), 'badan');
  await page.getByRole('button', { name: 'Tampilkan', exact: true }).click();
  await page.getByText('Tanggal akhir mendahului tanggal awal').waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.getByLabel('Sampai dengan').fill('2099-12-31');
  await page.getByRole('button', { name: 'Tampilkan', exact: true }).click();
  await page.waitForURL('**/pengawasan?from=2026-05-01&to=2099-12-31&officeId=badan-contoh');
  await expect.poll(() => numberIn(page, 'Laporan masuk')).toBe(1);
  await page.getByRole('link', { name: 'Semua waktu' }).click();
  await page.waitForURL('**/pengawasan?officeId=badan-contoh');
  expect(await page.getByLabel('Diterima sejak').inputValue()).toBe('');
  await page.goto('/pengawasan?from=2001-01-01&to=2001-12-31');
  await page.getByRole('heading', { name: 'Belum ada laporan pada rentang ini' }).waitFor();
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('the chart’s figures are a table too', async () => {
  const { page } = await signedIn(site, 'nasional', '/pengawasan');
  const { months } = (await summary('nasional')).trend;
  await page.getByRole('radio', { name: 'Bulan' }).check();
  await page.getByRole('img', { name: /^Grafik garis laporan masuk/ }).waitFor();
  await page.getByText('Angka perkembangan').first().click();
  const rows = page.getByRole('table', { name: 'Angka perkembangan' }).locator('tbody tr');
  const newest = months.toReversed();
  const shown = async () => (await rows.locator('td').allInnerTexts()).map(Number);
  await expect
    .poll(shown)
    .toEqual(
      newest.flatMap(({ received, answered, ended }: Record<string, number>) => [received, answered, ended]),
    );
});

test('a report that comes in is counted within two seconds, without a reload', async () => {
  const { page } = await signedIn(site, 'nasional', '/pengawasan');
  await page.getByText('Tersambung langsung').waitFor();
  const before = await numberIn(page, 'Laporan masuk');
  await site.api.report({ title: 'Baru saja' });
  await expect.poll(() => numberIn(page, 'Laporan masuk'), { timeout: 6_000 }).toBe(before + 1);
});

test('the matrix of returns is the API’s', async () => {
  const { page, faults } = await signedIn(site, 'nasional', '/pengawasan', { viewport: phone });
  await page.getByRole('link', { name: 'Buka matriks lengkap' }).click();
  await page.waitForURL('**/pengawasan/kembalian');
  const { items } = (await site.api.as('nasional', 'GET', '/v1/reports/returns')).body;
  expect(items).toHaveLength(1);
  const matrix = page.getByRole('table', { name: 'Pengembalian antarkantor' });
  const row = matrix.getByRole('row', { name: items[0].from.name });
  await expect.poll(() => row.getByRole('cell').allInnerTexts()).toEqual(['1', '1']);
  expect(await matrix.getByRole('columnheader').allInnerTexts()).toContain(items[0].to.name);
  // A number of it opens the list of it, which says what it is of.
  await row.getByRole('link').last().click();
  await page.waitForURL(
    '**/kantor/laporan?returned=true&returnedFrom=kementerian-contoh&returnedTo=nasional',
  );
  await page.getByText('1 laporan ditampilkan', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Saringan/ }).click();
  await page.getByText('Dikembalikan oleh', { exact: true }).waitFor();
  await page.goBack();
  // Of a part of the tree, as many as the tile says.
  await page.goto('/pengawasan?officeId=badan-contoh');
  await page.getByRole('link', { name: /\d+ ?Pengembalian/ }).click();
  await page.waitForURL('**/pengawasan/kembalian?officeId=badan-contoh');
  await page.getByText('Tidak ada pengembalian pada rentang ini').waitFor();
  await page.goto('/pengawasan/kembalian?to=2001-01-01');
  await page.getByText('Tidak ada pengembalian pada rentang ini').waitFor();
  expect(faults).toEqual([]);
});

test('the same reports can be taken away as files', async () => {
  const { page } = await signedIn(site, 'instansi2', '/pengawasan');
  for (const [name, part] of [
    ['Laporan (CSV)', 'informasi'],
    ['Laporan (XLSX)', 'PK'],
    ['Peristiwa (CSV)', 'case_id,activity,timestamp'],
    ['Peristiwa untuk penambangan proses (XES)', '<log'],
  ] as const) {
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    expect((await readFile(await (await coming).path())).toString()).toContain(part);
  }
});

test('when the figures do not come, that is said, and tried again', async () => {
  const { page } = await signedIn(site, 'nasional');
  // The live stream would ask again by itself.
  await page.route('**/v1/live*', (route) => route.abort());
  await page.route('**/v1/reports/summary*', (route) => route.abort());
  await page.goto('/pengawasan');
  await page.getByText('Server tidak dapat dihubungi').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.unroute('**/v1/reports/summary*');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await page.getByText('Laporan masuk').waitFor();
});
