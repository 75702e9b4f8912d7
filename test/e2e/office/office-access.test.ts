// Every office page for everybody: axe in both schemes, on a phone and a desk, on paper, without faults.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driven } from '../../support/api.ts';
import { axe, desktop, phone, visit } from '../../support/console/browser.ts';
import { dialog, rowOf } from '../../support/console/office.ts';
import { signedIn } from '../../support/console/signed-in.ts';
import { openSite, type Site } from '../../support/console/site.ts';
import { missing, readAloud } from '../../support/console/watched/read-aloud.ts';

let site: Site;
let report: Driven;

beforeAll(async () => {
  site = await openSite();
  const alike = {
    title: 'Lampu jalan padam di Jalan Melati',
    description: 'Lampu di Jalan Melati padam semua.',
  };
  report = await (await site.api.report(alike)).toRow8();
  await (await site.api.report({ ...alike, title: 'Lampu jalan di Jalan Melati padam' })).toRow8();
  await site.api.as('eselon1', 'POST', `${report.path}/notes`, { text: 'Sudah ditanyakan ke teknisi.' });
  await site.api.as('eselon1', 'PUT', '/v1/templates', {
    action: 'answer',
    title: 'Selesai',
    text: 'Sudah selesai.',
  });
  await site.api.as('eselon1', 'POST', '/v1/webhooks', { url: 'http://127.0.0.1:9/ditjen' });
  await site.api
    .sql`update complaints set deadline = now() - interval '3 days' where number = ${report.number}`;
});
afterAll(() => site?.close());

// axe takes as long as the page itself: each scheme once, one on a phone and one at a desk.
const places = [
  { viewport: phone, colorScheme: 'light' },
  { viewport: desktop, colorScheme: 'dark' },
] as const;

describe.each(places)('$viewport.width px, $colorScheme', (place) => {
  // A dozen pages, each looked at whole: longer than a minute on a busy machine.
  test('each page passes axe, fits, and has no faults', async () => {
    const { page, faults } = await signedIn(site, 'eselon1', '/kantor', place);
    const fits = () =>
      page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
    const check = async (where: string) => {
      expect([where, await axe(page)]).toEqual([where, []]);
      expect([where, await fits()]).toEqual([where, true]);
    };
    await rowOf(page, report.number).getByRole('checkbox').check();
    await check('inbox');
    await page.getByRole('button', { name: /^Jawab \(/ }).click();
    await dialog(page).getByText('Selanjutnya').waitFor();
    await check('bulk dialog');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Batalkan pilihan' }).click();
    const paths = {
      '/kantor?q=tidakada': 'Tidak ada yang cocok',
      '/kantor/disposisi': 'Tidak ada yang masih terbuka di bawah',
      '/kantor/laporan': 'laporan ditampilkan',
      [`/kantor/laporan/${report.number}?antrean=1`]: 'Sudah ditanyakan ke teknisi.',
      '/kantor/laporan/LAP-2026-999999': 'Laporan ini tidak ada',
      '/kantor/baru': 'Pelapor',
      '/kantor/pemberitahuan': 'Cara saya diberi tahu',
      '/kantor/templat': 'Sudah selesai.',
      '/kantor/webhook': 'http://127.0.0.1:9/ditjen',
      '/kantor/sandi': 'Ganti kata sandi',
    };
    for (const [path, words] of Object.entries(paths)) {
      await page.goto(path);
      await page.getByText(words).first().waitFor();
      if (path.endsWith('pemberitahuan')) await page.getByText(words).click();
      // Who reports is found by national alone.
      expect(await page.getByRole('button', { name: 'Cari menurut kontak pelapor' }).count()).toBe(0);
      await check(path);
    }
    await page.goto(`/kantor/laporan/${report.number}`);
    await page.getByRole('button', { name: /^Jawab( \(ada draf\))?$/ }).click();
    await page.getByLabel('Isi jawaban').fill('Lampu di Jalan Melati sudah kami ganti semua.');
    await page.getByText('Pratinjau: yang diterima pelapor').click();
    await page.getByText('> Lampu di Jalan Melati').waitFor();
    await check('form');
    for (const width of [320, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await fits()]).toEqual([width, true]);
    }
    await page.setViewportSize(place.viewport);
    await page.getByRole('button', { name: 'Bandingkan' }).first().click();
    await dialog(page).getByText('Yang ditandai hanya ada di salah satunya.').waitFor();
    await check('side by side');
    expect(faults.filter((fault) => !fault.includes('LAP-2026-999999'))).toEqual([]);
  });
});

test('in English, the same pages speak English, and so do notices, wherever she signs in', async () => {
  const { page, faults } = await signedIn(site, 'eselon1', '/kantor');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
  await page.goto(`/kantor/laporan/${report.number}`);
  await page.getByRole('heading', { name: 'Your decision' }).waitFor();
  await expect
    .poll(() => page.getByRole('heading', { level: 2 }).allInnerTexts())
    .toEqual([
      'The report',
      'Your decision',
      'About the report',
      'Numbers in other systems',
      'The way through the SOP',
      'Possibly the same',
      'What was said and done',
      'Advice',
      'Attachments',
      'What the public reads',
      'Time ledger',
      'Who looked',
      'Mails and webhook calls',
    ]);
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
  const kept = async () => (await site.api.as('eselon1', 'GET', '/v1/session')).body.user.language;
  await expect.poll(kept).toBe('en');
  const elsewhere = await signedIn(site, 'eselon1', '/kantor/pemberitahuan');
  await elsewhere.page
    .getByRole('heading', { name: /^Report has come in: / })
    .first()
    .waitFor();
  await elsewhere.page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await elsewhere.page
    .getByRole('heading', { name: /^Laporan masuk: / })
    .first()
    .waitFor();
  expect(await kept()).toBe('id');
  // The other browser hears of it when it asks who she is.
  await page.reload();
  await page.getByRole('heading', { name: 'Keputusan Anda' }).waitFor();
  expect([await kept(), elsewhere.faults]).toEqual(['id', []]);
});

test('read aloud: signing in, the inbox, a report and a decision, each thing with its name, in an order that makes sense', async () => {
  const asked = await (await site.api.report({ title: 'Didengar saja' })).toRow8();
  const { page } = await visit(site.browser, site.base, { reducedMotion: 'reduce' });
  const told = async (wanted: (string | RegExp)[]) => {
    const lines = await readAloud(page);
    const nameless =
      /^(button|link|textbox|checkbox|combobox|radio|switch|dialog|navigation|region|complementary|list): ?(\(|$)/;
    expect(lines.filter((line) => nameless.test(line) && !line.startsWith('list'))).toEqual([]);
    for (const landmark of ['banner', 'main'])
      expect([landmark, lines.filter((line) => line.startsWith(`${landmark}:`)).length]).toEqual([
        landmark,
        1,
      ]);
    expect({ missing: missing(lines, wanted), lines }).toEqual({ missing: [], lines });
  };
  await page.goto('/masuk');
  await page.locator('[name=username]').waitFor();
  await told([
    /^link: Langsung ke isi/,
    'banner: ',
    /^navigation: /,
    'main: ',
    /^heading 1: Masuk/,
    /^textbox: Nama pengguna/,
    /^textbox: Kata sandi/,
    /^button: Masuk/,
  ]);
  await page.locator('[name=username]').fill('eselon1');
  await page.locator('[name=password]').fill('demo');
  await page.keyboard.press('Enter');
  await rowOf(page, asked.number).waitFor();
  await told([
    'banner: ',
    /^navigation: /,
    'main: ',
    /^navigation: Menu/,
    /^link: Kotak kerja/,
    /^heading 1: Kotak kerja/,
    /^checkbox: Pilih semua/,
    /^list: /,
    new RegExp(`^checkbox: .*${asked.number}`),
    'link: Didengar saja',
  ]);
  await rowOf(page, asked.number).getByRole('link').click();
  await page.getByRole('heading', { name: 'Keputusan Anda' }).waitFor();
  await told([
    'heading 1: Didengar saja (focused)',
    /^region: Isi laporan/,
    /^region: Keputusan Anda/,
    /^button: Jawab/,
    /^complementary: Tentang laporan/,
    /^region: Percakapan dan tindakan/,
    /^textbox: Catatan baru/,
    /^button: Simpan catatan/,
  ]);
  await page.getByRole('button', { name: 'Jawab', exact: true }).click();
  await page.getByLabel('Isi jawaban').waitFor();
  await page.getByRole('button', { name: 'Jawab', exact: true }).click();
  await page
    .getByText(/^Paling sedikit|^Wajib/)
    .first()
    .waitFor();
  await told([
    'heading 2: Jawab',
    /^textbox: Isi jawaban.* \(.*focused.*required.*invalid|^textbox: Isi jawaban.*\(.*invalid/,
    /^button: Jawab/,
    /^button: Batal/,
  ]);
});

test('in forced colours the current page is seen, and at 400 % nothing that has the focus is under the bar', async () => {
  const { page } = await signedIn(site, 'eselon1', '/kantor', {
    viewport: { width: 342, height: 192 },
    forcedColors: 'active',
  });
  await rowOf(page, report.number).getByRole('checkbox').check();
  const painted = (which: string) =>
    page.evaluate(`(({ color, backgroundColor }) => [color, backgroundColor])(
      getComputedStyle(document.querySelector('nav ${which}')))`);
  const highlighted = await page.evaluate(`(() => {
    document.body.insertAdjacentHTML('beforeend', '<i style="forced-color-adjust: none; color: HighlightText; background: Highlight">');
    const { color, backgroundColor } = getComputedStyle(document.body.lastElementChild);
    document.body.lastElementChild.remove();
    return [color, backgroundColor];
  })()`);
  expect(await painted('a[aria-current][href="/kantor"]')).toEqual(highlighted);
  expect(await painted('a[href="/kantor/laporan"]')).not.toEqual(highlighted);
  for (const viewport of [
    { width: 342, height: 192 },
    { width: 342, height: 600 },
  ]) {
    await page.setViewportSize(viewport);
    await page.getByLabel('Pilih semua yang tampil').focus();
    for (let n = 0; n < 12; n += 1) {
      await page.keyboard.press('Tab');
      // What a row learns late may move it, and the list scrolls after it.
      const covered = () =>
        page.evaluate(`(() => {
        const at = document.activeElement.getBoundingClientRect();
        const on = document.elementFromPoint(at.left + at.width / 2, at.top + Math.min(at.height, 20) / 2);
        const over = on?.closest('[data-bulk]');
        return over && !over.contains(document.activeElement) ? document.activeElement.outerHTML : null;
      })()`);
      await expect.poll(async () => [viewport, n, await covered()]).toEqual([viewport, n, null]);
    }
  }
  // The lowest row that is wholly in sight is pushed under the bar by what comes late above it.
  const pushed = await page.evaluate(`(async () => {
    const links = [...document.querySelectorAll('[data-number] a')];
    const bar = document.querySelector('[data-bulk]');
    const inSight = (link) => link.getBoundingClientRect().bottom <= bar.getBoundingClientRect().top;
    const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const grow = async (link) => {
      link.closest('[data-number]').style.paddingTop = '12rem';
      await painted();
    };
    window.scrollTo(0, 0);
    const link = links.findLast(inSight);
    link.focus({ preventScroll: true });
    await painted();
    await grow(links[0]);
    const kept = { rows: links.indexOf(link), inSight: inSight(link), on: document.activeElement === link };
    // Whoever has scrolled away from it stays where they are.
    window.scrollTo(0, document.documentElement.scrollHeight);
    await painted();
    const from = window.scrollY;
    await grow(links.at(-1));
    return { ...kept, from: from > 300, stays: window.scrollY >= from };
  })()`);
  expect(pushed).toEqual({ rows: expect.any(Number), inSight: true, on: true, from: true, stays: true });
  expect((pushed as { rows: number }).rows).toBeGreaterThan(0);
});

test('on paper a report is a case file: all that is on record, nothing to press', async () => {
  const { page } = await signedIn(site, 'eselon1', `/kantor/laporan/${report.number}`, {
    colorScheme: 'dark',
  });
  await page.getByText('Sudah ditanyakan ke teknisi.').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(`window.dispatchEvent(new Event('beforeprint')) && undefined`);
  await page.getByText(/Berkas laporan LAP-\d+-\d+\. Dicetak .* oleh Eka Saputra/).waitFor();
  expect(await page.locator('button:visible, nav:visible, textarea:visible').count()).toBe(0);
  for (const words of ['Isi laporan', 'Buku waktu', 'Percakapan dan tindakan']) {
    expect(await page.getByRole('heading', { name: words }).isVisible()).toBe(true);
  }
  const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor');
  expect(paper).toBe('rgb(255, 255, 255)');
  // Each sheet has the number, and so has the file's name.
  const styles = async () => (await page.locator('style').allInnerTexts()).join();
  await expect.poll(styles).toContain(`"Berkas laporan ${report.number}"`);
  expect(await page.title()).toContain(report.number);
});

test('identity is hidden where the API hides it; operations staff see everything and decide nothing', async () => {
  const anonymous = await (await site.api.report({ confidentiality: 'anonim', title: 'Anonim' })).toRow8();
  const { page } = await signedIn(site, 'eselon1', `/kantor/laporan/${anonymous.number}`);
  await page.getByText('Disembunyikan menurut kerahasiaan laporan').waitFor();
  expect(await page.content()).not.toContain('Siti');
  const ops = await signedIn(site, 'ops', '/kantor');
  await ops.page.getByText('Petugas operasional tidak memegang laporan').waitFor();
  await ops.page.goto(`/kantor/laporan/${anonymous.number}`);
  await ops.page.getByText('sedang dipegang Direktorat Jenderal Pelayanan').waitFor();
  expect(await ops.page.getByLabel('Catatan baru').count()).toBe(0);
});

test('a session that ends while one types takes nothing along', async () => {
  const report = await (await site.api.report({ title: 'Sesi berakhir' })).toRow8();
  const { page } = await signedIn(site, 'eselon1', `/kantor/laporan/${report.number}`);
  await page.getByRole('button', { name: 'Jawab', exact: true }).click();
  await page.getByLabel('Isi jawaban').fill('Jawaban panjang tentang apa yang sudah dikerjakan.');
  await page.getByLabel('Catatan baru').fill('Catatan saya.');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Jawab', exact: true }).click();
  await page.locator('[name=username]').fill('eselon1');
  await page.locator('[name=password]').fill('demo');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Jawab (ada draf)' }).click();
  expect(await page.getByLabel('Isi jawaban').inputValue()).toBe(
    'Jawaban panjang tentang apa yang sudah dikerjakan.',
  );
  expect(await page.getByLabel('Catatan baru').inputValue()).toBe('Catatan saya.');
  expect((await report.seenBy('eselon1')).body.answer).toBeNull();
});
