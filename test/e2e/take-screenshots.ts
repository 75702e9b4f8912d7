// `npm run screenshots`: the pages as people meet them, into docs/screenshots, from a ministry at work.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { desktop, phone, visit } from '../support/console/browser.ts';
import { decreeDay } from '../support/clock/decree-day.ts';
import { openSite, type Site } from '../support/console/site.ts';

const folder = new URL('../../docs/screenshots/', import.meta.url).pathname;
const looks = [
  { name: 'light-1280', colorScheme: 'light', viewport: desktop },
  { name: 'dark-1280', colorScheme: 'dark', viewport: desktop },
  { name: 'light-360', colorScheme: 'light', viewport: phone },
  { name: 'dark-360', colorScheme: 'dark', viewport: phone },
] as const;
const titles = [
  'Jalan berlubang di depan Pasar Baru',
  'Lampu jalan padam sejak Senin di Jalan Melati',
  'Antrean loket sejak subuh',
  'Permohonan data penerima bantuan',
  'Usul ruang laktasi di kantor layanan',
  'Pungutan di luar ketentuan',
];

let site: Site;
let number: string;
let key: string;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  site = await openSite();
  const { api } = site;
  await api.engine.schedules.ensure();
  const kinds = ['pengaduan', 'pengaduan', 'pengaduan', 'informasi', 'aspirasi', 'pengaduan'];
  const reports = await Promise.all(titles.map((title, n) => api.report({ title, kind: kinds[n] })));
  for (const [n, report] of reports.entries()) {
    if (n >= 4) continue;
    await report.toRow8();
    if (n === 1)
      await report.decide('eselon1', { action: 'answer', text: 'Lampu itu sudah kami ganti kemarin sore.' });
  }
  const [first] = reports;
  await api.sql`update complaints set deadline = now() - interval '2 days', warn_at = now() - interval '3 days' where number = ${first?.number ?? ''}`;
  ({ number, key } = first ?? { number: '', key: '' });
});
afterAll(() => site?.close());

test.each(looks)('$name', { timeout: 180_000 }, async ({ name, ...look }) => {
  const { page } = await visit(site.browser, site.base, { ...look, reducedMotion: 'reduce' });
  const shoot = async (what: string) => {
    // What is asked for after the heading; the live stream never ends.
    await page.waitForTimeout(700);
    const path = join(folder, `${what}-${name}.jpg`);
    await page.screenshot({ path, type: 'jpeg', quality: 80, fullPage: look.viewport === phone });
  };
  for (const [what, path] of [
    ['start', '/'],
    ['file', '/lapor'],
    ['register', '/register'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await shoot(what);
  }
  await page.goto(`/ikuti/${number}`);
  await page.getByLabel('Kunci akses').fill(key);
  await page.getByRole('button', { name: 'Buka laporan' }).click();
  await page.getByRole('heading', { name: 'Keadaan sekarang' }).waitFor();
  await shoot('follow');
  await page.goto('/masuk');
  await page.getByLabel('Nama pengguna').fill('eselon1');
  await page.getByLabel('Kata sandi', { exact: true }).fill('demo');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { name: 'Kotak kerja', exact: true }).waitFor();
  await page.getByText(titles[0] ?? '').waitFor();
  await shoot('inbox');
  await page.getByText(titles[0] ?? '').click();
  await page.getByRole('heading', { name: 'Keputusan Anda' }).waitFor();
  await shoot('report');
  await page.goto('/pengawasan');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot('dashboard');
  if (name !== 'light-1280' && name !== 'dark-360') return;
  await page.context().clearCookies();
  await page.request.post('/v1/sign-in', { data: { username: 'ops', password: 'demo' } });
  for (const [what, path] of [
    ['operations', '/operasi'],
    ['calendar', `/operasi/kalender?tahun=${decreeDay().slice(0, 4)}`],
    ['schedules', '/operasi/jadwal'],
    ['users', '/operasi/pengguna'],
    ['offices', '/operasi/kantor'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await shoot(what);
  }
  await page.goto('/operasi/kebijakan');
  await page.getByLabel('2. Verifikasi dan disposisi nasional', { exact: true }).fill('5');
  await page.getByRole('button', { name: 'Pratinjau tenggat' }).click();
  await page.getByRole('heading', { name: /tenggat akan bergeser/ }).waitFor();
  await shoot('policy');
});
