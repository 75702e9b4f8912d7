// Officers sign in and out in a browser.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, phone, visit } from '../support/console/browser.ts';
import { tabTo } from '../support/console/citizen.ts';
import { openSite, type Site } from '../support/console/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

async function signIn(page: Page, username: string, password = 'demo'): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

test('an office page asks to sign in first, and is there afterwards', async () => {
  const { page } = await visit(site.browser, site.base);
  await page.goto('/kantor?dari=surel');
  await page.waitForURL('**/masuk?next=%2Fkantor%3Fdari%3Dsurel');
  await signIn(page, 'nasional', 'salah');
  await page.getByText('Nama pengguna atau kata sandi salah.').waitFor();
  await signIn(page, 'nasional');
  await page.waitForURL('**/kantor?dari=surel');
  await page.getByRole('banner').getByText('Nadia Prameswari').waitFor();
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'tuntas_session');
  expect(cookie).toMatchObject({ name: 'tuntas_session', httpOnly: true, sameSite: 'Lax' });
  expect(await page.evaluate('document.cookie')).toBe('');
  await page.reload();
  await page.getByRole('banner').getByText('Nadia Prameswari').waitFor();
});

test('by keyboard, and out again: the session is over', async () => {
  const { page, faults } = await visit(site.browser, site.base);
  await page.goto('/masuk');
  await tabTo(page, 'textbox', 'Nama pengguna');
  await page.keyboard.type('upt');
  await tabTo(page, 'textbox', 'Kata sandi');
  await page.keyboard.type('demo');
  // On a slow line the page comes after one has gone on to the header: it does not take the focus from there.
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/v1/inbox**', async (route) => {
    await coming;
    await route.fallback();
  });
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await coming;
    await route.fallback();
  });
  await page.keyboard.press('Enter');
  await page.getByRole('banner').getByText('Ujang Suparman').waitFor();
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'tuntas_session');
  await tabTo(page, 'button', 'Keluar');
  come();
  await page.getByRole('heading', { level: 1, name: 'Kotak kerja' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Masuk petugas' }).waitFor();
  const headers = { cookie: `tuntas_session=${cookie?.value}` };
  expect((await site.api.send('GET', '/v1/session', undefined, headers)).status).toBe(401);
  // What was still asked for when the session ended is refused, and the browser logs that.
  expect(faults.filter((fault) => !/ 401 /.test(fault))).toEqual([]);
});

test('a session that was ended elsewhere leads back to the sign-in at once', async () => {
  const { page } = await visit(site.browser, site.base);
  await page.goto('/masuk');
  await signIn(page, 'eselon1');
  await page.getByText('Tersambung langsung').waitFor();
  expect((await site.api.as('eselon1', 'DELETE', '/v1/sessions')).status).toBe(204);
  await page.waitForURL('**/masuk?next=%2Fkantor&berakhir=1', { timeout: 5_000 });
  await page.getByText('Sesi Anda sudah berakhir').waitFor();
});

test('a tab that nobody looks at leaves its connection to others, and is up to date when one comes back', async () => {
  const { page } = await visit(site.browser, site.base);
  await page.goto('/masuk');
  await signIn(page, 'nasional');
  await page.getByText('Tersambung langsung').waitFor();
  const look = (hidden: boolean) =>
    page.evaluate(`Object.defineProperty(document, 'hidden', { get: () => ${hidden}, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));`);
  const left = page.waitForEvent(
    'requestfailed',
    (request) => new URL(request.url()).pathname === '/v1/live',
  );
  await look(true);
  await left;
  await site.api.report({ title: 'Masuk selagi tidak dilihat' });
  await look(false);
  await page.getByText('Masuk selagi tidak dilihat').first().waitFor({ timeout: 3_000 });
});

test('nobody is led to another site', async () => {
  for (const next of ['//example.org', '/\\example.org', 'https://example.org']) {
    const { page } = await visit(site.browser, site.base);
    await page.goto(`/masuk?next=${encodeURIComponent(next)}`);
    await signIn(page, 'instansi');
    await page.waitForURL(`${site.base}/kantor`);
  }
});

test.each(['light', 'dark'] as const)('axe finds nothing on the sign-in page (%s)', async (colorScheme) => {
  const { page, faults } = await visit(site.browser, site.base, { colorScheme, viewport: phone });
  await page.goto('/masuk?salah=tidak-terdaftar&berakhir=1');
  await page.getByText('Akun Anda belum terdaftar di sini').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
});
