// Every page of superiors and operations in both schemes, both languages and on all widths.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, type Visit } from '../support/console/browser.ts';
import { signedIn } from '../support/console/signed-in.ts';
import { openSite, type Site } from '../support/console/site.ts';
import { goodAnswer } from '../support/said.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await site.api.engine.schedules.ensure();
  const report = await (await site.api.report()).toRow8();
  await report.decide('eselon1', { action: 'answer', text: goodAnswer });
  const back = await site.api.report();
  await back.decide('nasional', { action: 'dispose', officeId: 'badan-contoh' });
  await back.decide('nasional', { action: 'recall', reason: 'Salah pilih' });
  await back.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  await back.decide('instansi', { action: 'receive' });
  await back.decide('instansi', { action: 'return', reason: 'Bukan kami.' });
  await site.api
    .sql`update complaints set deadline = now() - interval '1 hour' where number = ${back.number}`;
});
afterAll(() => site?.close());

const pages: [path: string, indonesian: string, english: string][] = [
  ['/pengawasan', 'Lewat batas, menurut kantor dan langkah', 'Overdue, by office and step'],
  ['/pengawasan/kantor/kementerian-contoh', 'Kantor di bawahnya', 'Offices below it'],
  ['/pengawasan/kembalian', 'Sebagai daftar', 'As a list'],
  ['/operasi', 'Mesin alur kerja', 'Workflow engine'],
  ['/operasi/panduan', 'Who may reach Temporal', 'Who may reach Temporal'],
  ['/operasi/kalender?tahun=2026', 'Jam kerja khusus', 'Special office hours'],
  ['/operasi/kebijakan', 'Batas tiap langkah', 'Limit of each step'],
  ['/operasi/jadwal', 'Rekap bulanan untuk setiap kantor', 'Monthly recap for every office'],
  ['/operasi/pengguna', 'Pengguna', 'Users'],
  ['/operasi/pengguna/baru', 'Tambah pengguna', 'Add a user'],
  ['/operasi/pengguna/upt', 'Ubah Ujang Suparman', 'Edit Ujang Suparman'],
  ['/operasi/permintaan', 'Permintaan akun', 'Account requests'],
  ['/operasi/kantor', 'Kantor', 'Offices'],
  ['/operasi/kantor/upt-bandung', 'Ubah UPT Pelayanan Bandung', 'Edit UPT Pelayanan Bandung'],
  ['/operasi/kategori', 'Kategori', 'Categories'],
  ['/operasi/kunci', 'Belum ada kunci API', 'No API keys yet'],
  ['/operasi/kantor/baru?di=ditjen-pelayanan', 'Tambah kantor', 'Add an office'],
];

const languageOfOps = async () => {
  const [ops] = await site.api.sql`select language from users where username = 'ops'`;
  return ops?.language;
};

/** axe takes as long as the page itself: each scheme once, one on a phone and one at a desk; each width in one, and the narrowest and the widest in either. */
const looked = { light: 360, dark: 1280 };
const widths = { light: [320, 360, 768, 1920, 2560], dark: [320, 1280, 2560] };

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  let ops: Visit;
  beforeAll(async () => {
    ops = await signedIn(site, 'ops', undefined, { colorScheme, stays: true });
    // Each page begins in Indonesian.
    await ops.page.addInitScript('localStorage.clear()');
  });

  test.each(pages)(
    'axe finds nothing, nothing is cut, nothing fails: %s',
    async (path, indonesian, english) => {
      const { page, faults } = ops;
      await page.goto(path);
      for (const width of widths[colorScheme]) {
        await page.setViewportSize({ width, height: 800 });
        await page.getByRole('heading', { name: indonesian, exact: true }).first().waitFor();
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
        if (width === looked[colorScheme]) expect(await axe(page)).toEqual([]);
      }
      if (colorScheme === 'dark') return expect(faults.splice(0)).toEqual([]);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: english, exact: true }).first().waitFor();
      // It is kept with the account, for every page.
      await expect.poll(languageOfOps).toBe('en');
      expect(faults.splice(0)).toEqual([]);
      // A page that still speaks English would have it kept once more.
      await page.goto('/healthz');
      await site.api.sql`update users set language = null where username = 'ops'`;
    },
  );
});
