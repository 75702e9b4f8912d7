// Every public page in both schemes and on all widths; the register by its address.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, phone, type Visit, visit } from '../support/console/browser.ts';
import { openSite, type Site } from '../support/console/site.ts';

let site: Site;
let number: string;
/** Longer than any line, as people paste them. */
const link = `https://contoh.id/${'a'.repeat(200)}`;
beforeAll(async () => {
  site = await openSite();
  const answered = await (await site.api.report({ title: 'Trotoar rusak', description: link })).toRow8();
  await answered.decide('eselon1', {
    action: 'answer',
    text: 'Trotoar di depan sekolah sudah kami perbaiki.',
  });
  number = answered.number;
  await (await site.api.report({ title: 'Jam layanan', kind: 'informasi' })).toRow8();
});
afterAll(() => site.close());

const pages: [heading: string, path: () => string][] = [
  ['Laporan Anda, ditangani sampai tuntas', () => '/'],
  ['Sampaikan laporan', () => '/lapor'],
  ['Ikuti laporan', () => '/ikuti'],
  ['Laporan publik', () => '/register'],
  ['Trotoar rusak', () => `/register/${number}`],
  ['Kinerja', () => '/kinerja'],
  ['Halaman tidak ditemukan', () => '/tidak-ada'],
];

/** Each scheme once, one on a phone and one at a desk; each width in one scheme, and the narrowest and the widest in either. */
const looked = { light: 360, dark: 1280 };
const widths = { light: [320, 360, 768, 1920, 2560], dark: [320, 1280, 2560] };

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  let anyone: Visit;
  beforeAll(async () => {
    anyone = await visit(site.browser, site.base, { colorScheme, reducedMotion: 'reduce', stays: true });
  });

  test.each(pages)('axe finds nothing, nothing is cut, nothing fails: %s', async (heading, path) => {
    const { page, faults } = anyone;
    await page.goto(path());
    for (const width of widths[colorScheme]) {
      await page.setViewportSize({ width, height: 800 });
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      if (width === looked[colorScheme]) expect(await axe(page)).toEqual([]);
    }
    expect(await page.title()).toContain('Tuntas');
    expect(faults.splice(0)).toEqual([]);
  });
});

test('how offices do stands one way from each page, in the order that is asked for, and as open data', async () => {
  const { page } = await visit(site.browser, site.base);
  await page.goto('/');
  await page.getByRole('link', { name: 'Kinerja', exact: true }).click();
  await page.getByText('2 laporan masuk, 2 masih ditangani.').waitFor();
  const names = () =>
    page.getByRole('region', { name: 'Per kantor' }).getByRole('heading', { level: 3 }).allInnerTexts();
  const byName = await names();
  expect(byName).toContain('Kementerian Contoh');
  await page.getByLabel('Urutkan').selectOption('open');
  await expect.poll(async () => (await names())[0]).toBe('Direktorat Jenderal Pelayanan');
  expect(page.url()).toContain('urut=open');
  await page.getByLabel('Cari kantor').fill('jenderal pelay');
  await expect.poll(names).toEqual(['Direktorat Jenderal Pelayanan']);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^CSV/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^kinerja-\d{4}\.csv$/);
});

test('without scripts, or when they do not arrive, the page says so', async () => {
  const { page: without } = await visit(site.browser, site.base, { javaScriptEnabled: false });
  await without.goto('/');
  const words = without.locator('noscript');
  expect(await words.innerText()).toContain('Halaman ini memerlukan JavaScript');
  expect((await words.boundingBox())?.y).toBeLessThan(800);
  expect(await without.getByText('Memuat …').isVisible()).toBe(false);
  // Drawn ahead, and in sight.
  expect(await without.locator('h1').first().isVisible()).toBe(true);
  const { page } = await visit(site.browser, site.base);
  const waits = page.getByText('Memuat …').waitFor();
  await page.route('**/assets/*.js', async (route) => {
    await waits;
    await route.abort();
  });
  await page.goto('/');
  await page.getByText('Halaman gagal dimuat').waitFor();
  expect(await axe(page)).toEqual([]);
});

test('on a slow phone the words are there before the scripts, and nothing moves', async () => {
  const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  const seen = await Promise.all(
    ['/', '/lapor'].map(async (path) => {
      const { page } = await visit(site.browser, site.base, { viewport: phone, isMobile: true });
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Network.enable');
      await cdp.send('Network.emulateNetworkConditions', line);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.addInitScript(`
        window.seen = { largest: 0, moved: 0 };
        const watch = (type, keep) => new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({ type, buffered: true });
        watch('largest-contentful-paint', ({ startTime }) => { window.seen.largest = startTime; });
        watch('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) window.seen.moved += value; });
      `);
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForTimeout(500);
      return page.evaluate<{ largest: number; moved: number }>('window.seen');
    }),
  );
  console.log(JSON.stringify(seen));
  for (const { largest, moved } of seen) {
    expect(largest).toBeGreaterThan(0);
    expect(largest).toBeLessThan(3_000);
    expect(moved).toBeLessThanOrEqual(0.02);
  }
});

test('the chosen scheme is remembered and set before the page is drawn', async () => {
  const { page } = await visit(site.browser, site.base, { colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Pakai tampilan gelap' }).click();
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  expect(await page.evaluate('document.documentElement.dataset.mantineColorScheme')).toBe('dark');
});

test('the register is searched by its address', async () => {
  const { page, faults } = await visit(site.browser, site.base);
  await page.goto('/register');
  await page.getByRole('link', { name: 'Jam layanan' }).waitFor();
  await page.getByLabel('Cari', { exact: true }).fill('trotoar');
  await page.getByLabel('Jenis').selectOption('pengaduan');
  const agency = page.getByRole('combobox', { name: 'Instansi', exact: true });
  await agency.fill('contoh kem');
  await page.getByRole('option', { name: 'Kementerian Contoh' }).waitFor();
  await agency.press('Enter');
  await agency.press('Enter');
  await page.waitForURL('**/register?q=trotoar&kind=pengaduan&agencyId=kementerian-contoh');
  await page.getByRole('region', { name: 'Hasil' }).and(page.locator(':focus')).waitFor();
  await page.getByRole('link', { name: 'Jam layanan' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Trotoar rusak' }).click();
  await page.getByText('Trotoar di depan sekolah sudah kami perbaiki.').waitFor();
  await page.goBack();
  expect(await page.getByLabel('Cari', { exact: true }).inputValue()).toBe('trotoar');
  await expect.poll(() => agency.inputValue()).toBe('Kementerian Contoh');
  await page.goto('/register?q=tidakadayangbegini');
  await page.getByText('Tidak ada laporan yang cocok').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('a report that is not public is not there', async () => {
  const secret = await (await site.api.report({ title: 'Rahasia', confidentiality: 'rahasia' })).toRow8();
  const { page } = await visit(site.browser, site.base);
  await page.goto(`/register/${secret.number}`);
  await page.getByText('Laporan ini tidak ada di daftar publik').waitFor();
});

test('the receipt alone goes on paper', async () => {
  const { page } = await visit(site.browser, site.base);
  await page.goto('/');
  const receipt = {
    number: 'LAP-2026-000001',
    accessKey: 'ABCD-EFGH',
    kind: 'pengaduan',
    status: 'received',
    step: 1,
    receivedAt: '2026-11-24T08:00:00.000+07:00',
    title: 'Trotoar',
    email: null,
    earlier: false,
  };
  await page.evaluate(`sessionStorage.setItem('tuntas.receipt', ${JSON.stringify(JSON.stringify(receipt))})`);
  await page.goto('/lapor/terkirim');
  await page.getByTestId('access-key').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    expect(await axe(page)).toEqual([]);
  }
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByTestId('access-key').isVisible()).toBe(true);
  expect(await page.getByText('Pengaduan: Trotoar').isVisible()).toBe(true);
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Cetak' }).isVisible()).toBe(false);
});
