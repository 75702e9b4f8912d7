// Officers sign in and out in a browser.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axe, phone, visit } from '../support/console/browser.ts';
import { readSquare } from '../support/console/square.ts';
import { codeOf } from '../support/factors/totp.ts';
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
  await page.waitForURL('**/masuk?next=%2Fkantor&berakhir=1', { timeout: 15_000 });
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
  await page.getByText('Masuk selagi tidak dilihat').first().waitFor({ timeout: 15_000 });
});

const codeField = (page: Page) => page.getByLabel('Kode dari aplikasi autentikator');

/** From the button on: the password, the key, its first code. Gives the key, and the codes on paper. */
async function addApp(page: Page): Promise<{ key: string; paper: string[] }> {
  await page.getByRole('button', { name: 'Siapkan aplikasi' }).click();
  await page.getByRole('textbox', { name: 'Kata sandi Anda' }).fill('demo');
  await page.getByRole('button', { name: 'Siapkan aplikasi' }).click();
  const shown = new URL(await readSquare(page, 'Kode QR untuk aplikasi autentikator'));
  const key = (await page.getByTestId('totp-secret').innerText()).replaceAll(' ', '');
  expect([shown.protocol, shown.searchParams.get('secret')]).toEqual(['otpauth:', key]);
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Lalu ketik kode yang ditampilkannya').fill(codeOf(key));
  await page.getByRole('button', { name: 'Pakai aplikasi ini' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kode pemulihan' }).waitFor();
  const paper = await page.getByTestId('recovery-codes').locator('li').allInnerTexts();
  expect(paper).toHaveLength(10);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
  return { key, paper };
}

test('a second factor: an app by its QR code, asked for after the password, and the paper for when it is lost', async () => {
  const { page, faults } = await visit(site.browser, site.base, { reducedMotion: 'reduce' });
  await page.goto('/masuk?next=%2Fkantor%2Fsandi');
  await signIn(page, 'instansi2');
  await page.getByText('Akun Anda belum memiliki faktor kedua').waitFor();
  const { key, paper } = await addApp(page);
  await page.getByText('10 kode pemulihan belum dipakai.').waitFor();
  expect(await axe(page)).toEqual([]);
  const again = async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Keluar' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Masuk petugas' }).click();
    await signIn(page, 'instansi2');
    await page.waitForURL('**/masuk/faktor-kedua?next=%2Fkantor');
    await codeField(page).waitFor();
  };
  await again();
  // Until then nobody has signed in, whatever page they ask for.
  await page.getByRole('banner').getByRole('link', { name: 'Masuk petugas' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto('/pengawasan');
  await page.waitForURL('**/masuk/faktor-kedua?next=%2Fpengawasan');
  await codeField(page).fill(codeOf(key, 7));
  await page.keyboard.press('Enter');
  await page.getByText('Kode salah, sudah lewat, atau sudah dipakai').waitFor();
  await codeField(page).fill(codeOf(key, 1));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/pengawasan');
  await again();
  await page.getByRole('button', { name: 'Pakai kode pemulihan' }).click();
  await page.getByLabel('Kode pemulihan', { exact: true }).fill(paper[3]?.toLowerCase() ?? '');
  await page.getByRole('button', { name: 'Lanjutkan' }).click();
  await page.waitForURL('**/kantor');
  await page.getByRole('banner').getByText('Ida Ayu Laksmi').waitFor();
  expect(faults.filter((fault) => !/ 4(01|03|22) /.test(fault))).toEqual([]);
});

test('where a role needs one, it is added before anything else is there; in English too', async () => {
  const app = await site.api.replica({ webDir: inject('consoleDir'), secondFactorRequired: ['national'] });
  try {
    const base = await app.listen({ port: 0, host: '127.0.0.1' });
    const { page } = await visit(site.browser, base, { reducedMotion: 'reduce', viewport: phone });
    await page.goto('/masuk');
    await signIn(page, 'nasional');
    await page.waitForURL('**/masuk/faktor-kedua?next=%2Fkantor');
    await page.getByRole('heading', { name: 'Aplikasi autentikator' }).waitFor();
    await addApp(page);
    await page.waitForURL('**/kantor');
    await page.goto('/kantor/sandi');
    await page.getByText('Akun Anda wajib memilikinya.').waitFor();
    expect(await page.getByRole('button', { name: 'Hapus' }).count()).toBe(0);
    await site.api.sql`delete from totp_secrets`;
    const other = await visit(site.browser, base);
    await other.page.addInitScript("localStorage.setItem('tuntas.language', 'en')");
    await other.page.goto('/masuk');
    await other.page.getByLabel('Username').fill('nasional');
    await other.page.getByRole('textbox', { name: 'Password' }).fill('demo');
    await other.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await other.page.getByRole('heading', { name: 'Authenticator app' }).waitFor();
    expect(await axe(other.page)).toEqual([]);
  } finally {
    await site.api.sql`delete from totp_secrets`;
    await site.api.sql`delete from recovery_codes`;
    await app.close();
  }
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

test('a passkey: added on the page of the account, given after the password, and in place of it', async () => {
  // Browsers have none for an address of digits.
  const base = site.base.replace('127.0.0.1', 'localhost');
  const { page } = await visit(site.browser, base, { reducedMotion: 'reduce' });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  await page.goto('/masuk?next=%2Fkantor%2Fsandi');
  await signIn(page, 'eselon1b');
  await page.getByRole('button', { name: 'Tambah passkey' }).click();
  await page.getByLabel('Nama passkey').fill('Laptop kantor');
  await page.getByRole('textbox', { name: 'Kata sandi Anda' }).fill('demo');
  await page.getByRole('button', { name: 'Tambah passkey' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kode pemulihan' }).waitFor();
  await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
  await page.getByRole('strong').getByText('Laptop kantor').waitFor();
  expect(await axe(page)).toEqual([]);
  const signOut = async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Keluar' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Masuk petugas' }).click();
  };
  await signOut();
  await signIn(page, 'eselon1b');
  await page.getByRole('button', { name: 'Pakai passkey' }).click();
  await page.waitForURL('**/kantor');
  await signOut();
  expect(await axe(page)).toEqual([]);
  // Whoever does not unlock it is told, and may try again.
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await page.getByRole('button', { name: 'Masuk dengan passkey' }).click();
  await page.getByText('Passkey tidak jadi dipakai.').waitFor();
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await page.getByRole('button', { name: 'Masuk dengan passkey' }).click();
  await page.waitForURL('**/kantor');
  await page.getByRole('banner').getByText('Endang Susilowati').waitFor();
});
