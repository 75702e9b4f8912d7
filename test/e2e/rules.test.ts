// Operations change calendar and policy: previewed, saved, merged with others' changes, nothing typed is lost.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { policies } from '../../sop/policy/policy.ts';
import type { Driven } from '../support/api.ts';
import { axe } from '../support/console/browser.ts';
import { tabTo } from '../support/console/citizen.ts';
import { decreeDay } from '../support/clock/decree-day.ts';
import { signedIn } from '../support/console/signed-in.ts';
import { openSite, type Site } from '../support/console/site.ts';

let site: Site;
let report: Driven;
let shipped: { days: unknown[] };
beforeAll(async () => {
  site = await openSite();
  report = await site.api.report();
  shipped = await calendar();
});
afterAll(() => site?.close());
beforeEach(async () => {
  await site.api.as('ops', 'PUT', `/v1/calendar/${year}`, { days: shipped.days });
});

const date = decreeDay();
const year = Number(date.slice(0, 4));
const calendar = async () => (await site.api.as('ops', 'GET', `/v1/calendar/${year}`)).body;
const names = async () => (await calendar()).days.map(({ name }: { name: string }) => name);
const policy = async () => (await site.api.as('ops', 'GET', '/v1/policies/current')).body;
const deadline = async () => Date.parse((await report.seenBy('nasional')).body.deadline);
const preview = (page: Page) => page.getByRole('button', { name: 'Pratinjau tenggat' }).click();
const decree = 'SKB 3 Menteri Nomor 1497 Tahun 2025';
const decreeBy = (page: Page) => page.getByLabel('Nomor keputusan perubahan ini').fill(decree);
const addDay = async (page: Page, day: string, name: string) => {
  await decreeBy(page);
  await page.getByRole('button', { name: 'Tambah hari' }).click();
  await page.getByLabel('Tanggal, hari baru').fill(day);
  await page
    .getByRole('textbox', { name: /^Nama,/ })
    .first()
    .fill(name);
};

describe('calendar', () => {
  test('a decree by keyboard: what moves is shown first, then saved, then seen in the report', async () => {
    const { page, faults } = await signedIn(site, 'ops', `/operasi/kalender?tahun=${year}`);
    const before = await deadline();
    // The year is one stop of Tab; to the day by months and days.
    const first = page.locator('[data-date][tabindex="0"]');
    await tabTo(page, 'gridcell', (await first.getAttribute('aria-label')) ?? '');
    await page.keyboard.press('Control+Home');
    const [, month, day] = date.split('-').map(Number);
    for (let at = 1; at < (month ?? 1); at += 1) await page.keyboard.press('PageDown');
    for (let at = 1; at < (day ?? 1); at += 1) await page.keyboard.press('ArrowRight');
    await page.locator(`[data-date="${date}"]:focus`).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Nama', exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Cuti bersama baru');
    await page.keyboard.press('Enter');
    await page.locator(`[data-date="${date}"][data-kind="libur nasional"]:focus`).waitFor();
    // A range, and back again.
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('2 hari dipilih').waitFor();
    await page.keyboard.press('Escape');
    const name = page.getByRole('textbox', { name: 'Nama, Cuti bersama baru' });
    await page.reload();
    expect(await name.inputValue()).toBe('Cuti bersama baru');
    await page.getByText('Perubahan yang Anda ketik sebelumnya masih ada di sini.').waitFor();
    // By which decree is asked for.
    await preview(page);
    await page.getByText('Wajib diisi').waitFor();
    await decreeBy(page);
    await preview(page);
    const panel = page.getByRole('region', { name: '1 tenggat akan bergeser' });
    await panel.getByRole('link', { name: report.number }).waitFor();
    await panel
      .getByText(`Alasan yang dicatat: Kalender ${year}: +${date} menurut ${decree} (Oki Pranata)`)
      .waitFor();
    await panel.getByText('Tidak ada yang menjadi terlambat.').waitFor();
    await panel.getByRole('row', { name: /^Admin Nasional SP4N-LAPOR! 1 0 0 / }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect([await deadline(), (await names()).includes('Cuti bersama baru')]).toEqual([before, false]);
    await tabTo(page, 'button', 'Simpan dan geser 1 tenggat');
    await page.keyboard.press('Enter');
    await page.getByText('Semua tenggat terbuka sudah dihitung ulang').waitFor();
    await page.getByText('1 laporan dihitung ulang.').waitFor();
    expect(await names()).toContain('Cuti bersama baru');
    await page.getByText(`Kalender ${year} menurut ${decree}.`).waitFor();
    expect(await deadline()).toBeGreaterThan(before);
    await expect.poll(() => page.getByRole('button', { name: 'Pratinjau tenggat' }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('what the API refuses stands at its field, with what was typed', async () => {
    const { page } = await signedIn(site, 'ops', `/operasi/kalender?tahun=${year}`);
    await addDay(page, '', 'Tanpa tanggal');
    await preview(page);
    await page.getByText('Wajib diisi').waitFor();
    await page.getByLabel('Tanggal, Tanpa tanggal').fill(`${year}-12-25`);
    await preview(page);
    const error = page.getByText(`Harus tanggal pada tahun ${year}, masing-masing sekali`);
    await error.waitFor();
    const described = page.locator('input[aria-invalid=true]').first();
    expect(await described.inputValue()).toBe(`25/12/${year}`);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Batalkan perubahan' }).click();
    await error.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('button', { name: 'Pratinjau tenggat' }).count()).toBe(0);
  });

  test('another’s change meanwhile is not overwritten; both are kept', async () => {
    const { page } = await signedIn(site, 'ops', `/operasi/kalender?tahun=${year}`);
    await addDay(page, `${year}-12-29`, 'Milik saya');
    const { days } = await calendar();
    const theirs = { date: `${year}-12-30`, name: 'Milik orang lain', kind: 'lainnya' };
    await site.api.as('ops', 'PUT', `/v1/calendar/${year}`, { days: [...days, theirs] });
    await preview(page);
    await page.getByText('Orang lain sudah mengubahnya sejak Anda membukanya').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Gabungkan dengan versi terbaru' }).click();
    await preview(page);
    await page.getByRole('button', { name: /^Simpan/ }).click();
    await page.getByText('Semua tenggat terbuka sudah dihitung ulang').waitFor();
    expect(await names()).toEqual(expect.arrayContaining(['Milik saya', 'Milik orang lain']));
  });

  test('an office has hours of its own, shown and saved where the office is (reading 29)', async () => {
    const { page } = await signedIn(site, 'ops', '/operasi/kantor/upt-bandung');
    await page.getByRole('heading', { name: 'Jam kerja kantor ini' }).waitFor();
    await page.getByRole('button', { name: 'Tambah jam kerja khusus' }).click();
    await page.getByLabel('Nama', { exact: true }).last().fill('Pelayanan langsung');
    await page.getByLabel('Mulai', { exact: true }).fill('2026-01-01');
    await page.getByLabel('Sampai', { exact: true }).fill('2099-12-31');
    await page.getByLabel('Senin, 1, mulai').fill('7.00');
    await preview(page);
    await page.getByRole('heading', { name: 'Tidak ada tenggat yang bergeser' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Simpan', exact: true }).last().click();
    await page.getByText('Semua tenggat terbuka sudah dihitung ulang').waitFor();
    const { hours } = (await site.api.as('ops', 'GET', '/v1/offices/upt-bandung/hours')).body;
    expect(hours).toMatchObject([{ name: 'Pelayanan langsung', from: '2026-01-01', to: '2099-12-31' }]);
    expect(hours[0].week['1'][0][0]).toBe('07:00');
  });

  test('special hours are added, and removed with their year', async () => {
    const { page } = await signedIn(site, 'ops', '/operasi/kalender?tahun=2090');
    await page.getByText('Belum ada hari libur untuk tahun ini').waitFor();
    await page.getByRole('button', { name: 'Tambah jam kerja khusus' }).click();
    await page.getByLabel('Nama', { exact: true }).fill('Ramadan');
    await page.getByLabel('Mulai', { exact: true }).fill('2090-01-05');
    await page.getByLabel('Sampai', { exact: true }).fill('2090-02-03');
    await page.getByLabel('Senin, 1, mulai').fill('13:00');
    await preview(page);
    await page.getByText('Jam harus berurutan dan tidak bertumpuk').waitFor();
    await page.getByLabel('Senin, 1, mulai').fill('pukul 08.00');
    await preview(page);
    await page.getByRole('heading', { name: 'Tidak ada tenggat yang bergeser' }).waitFor();
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Semua tenggat terbuka sudah dihitung ulang').waitFor();
    const { hours } = (await site.api.as('ops', 'GET', '/v1/calendar/2090')).body;
    const made = hours.find(({ name }: { name: string }) => name === 'Ramadan');
    expect(made).toMatchObject({ from: '2090-01-05', to: '2090-02-03' });
    expect(made.week['1'][0]).toEqual(['08:00', '12:00']);
    expect(await axe(page)).toEqual([]);
  });
});

describe('policy', () => {
  test('is compared, edited in its units, previewed and saved as a new version', async () => {
    const { page, faults } = await signedIn(site, 'ops', '/operasi/kebijakan');
    const { version } = await policy();
    const before = await deadline();
    await page.getByLabel('Bandingkan dengan').selectOption('realistis');
    await page.getByText('realistis: 3 hari kerja').waitFor();
    const limit = page.getByLabel('2. Verifikasi dan disposisi nasional', { exact: true });
    await limit.fill('nol');
    await preview(page);
    await page.getByText('Isi dengan bilangan bulat lebih dari nol').waitFor();
    await limit.fill('1');
    await page.getByText('1 perubahan belum disimpan').waitFor();
    await preview(page);
    await page.getByRole('button', { name: 'Simpan dan geser 1 tenggat' }).click();
    await page.getByText('Semua tenggat terbuka sudah dihitung ulang').waitFor();
    const now = await policy();
    expect(now.version).toBeGreaterThan(version);
    expect(now.policy).toEqual({ ...policies.sop, rows: { ...policies.sop.rows, 2: { workingDays: 1 } } });
    expect(await deadline()).toBeLessThan(before);
    await page.getByLabel('Bandingkan dengan').selectOption(String(version));
    await page.getByText(`Versi ${version} (sop): 3 hari kerja`).waitFor();
    await page.getByLabel('Bandingkan dengan').selectOption('realistis');
    await page.getByRole('button', { name: 'Isi dari “realistis”' }).click();
    await preview(page);
    await page.getByRole('button', { name: /^Simpan/ }).click();
    await expect.poll(async () => (await policy()).policy).toEqual(policies.realistis);
    // reading 30: to where no days are decreed, here and in the report's record and ledger. Typed at once: while it saves, the
    // fields wait, for what was typed meanwhile was lost.
    await limit.fill('900');
    await preview(page);
    await page.locator('strong:visible', { hasText: '(sementara)' }).waitFor();
    await page.getByRole('button', { name: 'Simpan dan geser 1 tenggat' }).click();
    await page.getByText('Semua tenggat terbuka sudah dihitung ulang').waitFor();
    await page.goto(`/kantor/laporan/${report.number}`);
    // What the system did by itself is folded.
    await page.locator('details', { hasText: '(sementara)' }).locator('summary').click();
    await page.getByText(/ menjadi .+ \(sementara\)$/).waitFor();
    await page.getByText(/ · Tenggat .+ \(sementara\)$/).waitFor();
    await page.getByRole('cell', { name: /\(sementara\)$/ }).waitFor();
    expect(faults).toEqual(faults.filter((fault) => !fault.includes('409')));
  });

  test('a version that somebody else made is merged field by field', async () => {
    const { page } = await signedIn(site, 'ops', '/operasi/kebijakan');
    const before = (await policy()).policy;
    await page.getByLabel('Keberatan paling banyak').fill('3');
    const theirs = { ...before, rows: { ...before.rows, 8: { workingDays: 4 } } };
    await site.api.as('ops', 'PUT', '/v1/policies/current', theirs);
    await preview(page);
    await page.getByRole('button', { name: 'Gabungkan dengan versi terbaru' }).click();
    await preview(page);
    await page.getByRole('button', { name: /^Simpan/ }).click();
    await page.getByText('Semua tenggat terbuka sudah dihitung ulang').waitFor();
    expect((await policy()).policy).toEqual({ ...theirs, maxObjections: 3 });
  });

  test('has fields for advice, extensions, objections upward, requests in a stay and letters', async () => {
    const { page, faults } = await signedIn(site, 'ops', '/operasi/kebijakan');
    const before = (await policy()).policy;
    await page.getByLabel('Kantor lain menjawab konsultasi', { exact: true }).fill('3');
    await page.getByLabel('Di antaranya kepada kantor yang menjawab').fill('2');
    await page.getByLabel('Permintaan kelengkapan selama satu kantor').fill('0');
    await page.getByLabel('Huruf dalam jawaban').fill('40');
    await page.getByLabel('Perpanjangan untuk jenis').selectOption('Pengaduan berkadar pengawasan');
    await page.getByRole('button', { name: 'Tambah perpanjangan' }).click();
    const extension = page.getByLabel('Perpanjangan, Pengaduan berkadar pengawasan', { exact: true });
    await preview(page);
    // The two that are wrong, and nothing was asked of the API.
    await page.getByText('Isi dengan bilangan bulat lebih dari nol').waitFor();
    await extension.fill('30');
    await page.getByLabel('Permintaan kelengkapan selama satu kantor').fill('2');
    await page.getByText('5 perubahan belum disimpan').waitFor();
    expect(await axe(page)).toEqual([]);
    await preview(page);
    await page.getByRole('button', { name: /^Simpan/ }).click();
    await expect
      .poll(async () => (await policy()).policy)
      .toEqual({
        ...before,
        consultation: { workingDays: 3 },
        objectionsToSame: 2,
        completionsPerStay: 2,
        letters: { ...policies.sop.letters, answer: 40 },
        extensions: { ...before.extensions, oversight: { workingDays: 30 } },
      });
    // What is typed before the page has taken over what it saved is not a change of that.
    await page.getByText('5 perubahan belum disimpan').waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: 'Hapus batas, Perpanjangan, Pengaduan berkadar pengawasan' })
      .click();
    await page.getByText('1 perubahan belum disimpan').waitFor();
    await preview(page);
    await page.getByRole('button', { name: /^Simpan/ }).click();
    await expect.poll(async () => (await policy()).policy.extensions).toEqual(before.extensions);
    expect(faults).toEqual([]);
  });
});
