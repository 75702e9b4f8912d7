// Operations keep users, offices and schedules in the console.
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { axe, visit } from '../support/console/browser.ts';
import { typeInPalette } from '../support/console/office.ts';
import { signedIn } from '../support/console/signed-in.ts';
import { openSite, type Site } from '../support/console/site.ts';
import { chooseOffice, officeField } from '../support/console/choose-office.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await site.api.engine.schedules.ensure();
});
afterAll(() => site?.close());

const password = 'kata sandi yang panjang';

test('is for ops alone', async () => {
  const { page, faults } = await signedIn(site, 'nasional');
  for (const path of ['/operasi', '/operasi/kalender', '/operasi/pengguna', '/operasi/kantor/nasional']) {
    await page.goto(path);
    await page.getByText('Halaman ini untuk petugas operasional').waitFor();
  }
  expect(await page.getByRole('banner').getByRole('link', { name: 'Operasi' }).count()).toBe(0);
  expect(faults).toEqual([]);
});

describe('users', () => {
  test('one who was added can sign in; moved, given a new password, and kept out again', async () => {
    const { page, faults } = await signedIn(site, 'ops', '/operasi/pengguna');
    await page.getByRole('link', { name: 'Tambah pengguna' }).click();
    await page.getByRole('button', { name: 'Tambah pengguna' }).click();
    await expect.poll(() => page.getByText('Wajib diisi').count()).toBe(3);
    // Proposed by the name, until somebody types another one.
    await page.getByLabel('Nama petugas').fill('Rina Wati');
    expect(await page.getByLabel('Nama pengguna').inputValue()).toBe('rina.wati');
    await page.getByLabel('Nama pengguna').fill('upt');
    await chooseOffice(officeField(page, 'Kantor'), 'upt bandung');
    await page.getByRole('textbox', { name: 'Kata sandi' }).fill('pendek');
    await page.getByRole('button', { name: 'Tambah pengguna' }).click();
    await page.getByText('Kata sandi sekurang-kurangnya 12 karakter').waitFor();
    await page.getByRole('textbox', { name: 'Kata sandi' }).fill(password);
    await page.getByRole('button', { name: 'Tambah pengguna' }).click();
    await page.getByText('Nama pengguna ini sudah dipakai').first().waitFor();
    await page.reload();
    expect(await page.getByLabel('Nama petugas').inputValue()).toBe('Rina Wati');
    await page.getByLabel('Nama pengguna').fill('rina');
    await page.getByRole('textbox', { name: 'Kata sandi' }).fill(password);
    await page.getByRole('button', { name: 'Tambah pengguna' }).click();
    // In sight in its list.
    await page.waitForURL('**/operasi/pengguna?baru=rina');
    await page.locator('[data-made] a:focus', { hasText: 'Rina Wati' }).waitFor();
    const rina = await signedIn(site, 'rina', '/kantor', { password });
    await rina.page.getByRole('banner').getByText('UPT Pelayanan Bandung').waitFor();
    // What ops typed opens nothing but the way to one's own.
    await rina.page.getByText('Ganti dulu kata sandi Anda').waitFor();
    await rina.page.getByLabel('Kata sandi sekarang').fill(password);
    await rina.page.getByLabel('Kata sandi baru', { exact: true }).fill(`${password} sendiri`);
    await rina.page.getByLabel('Ulangi kata sandi baru').fill(`${password} sendiri`);
    await rina.page.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await rina.page.getByRole('heading', { name: 'Perangkat tempat Anda masuk' }).waitFor();
    await rina.page.getByText('Perangkat ini').waitFor();

    await page.getByLabel('Cari nama').fill('rina');
    await page.getByText('1 pengguna', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Rina Wati' }).click();
    await chooseOffice(officeField(page, 'Kantor'), 'makassar');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Tersimpan.').waitFor();
    await page.getByRole('textbox', { name: 'Kata sandi baru' }).fill(`${password} lain`);
    await page.getByRole('button', { name: 'Atur kata sandi baru' }).click();
    await page.getByText('Kata sandi diganti.').waitFor();
    await expect(signedIn(site, 'rina', undefined, { password })).rejects.toThrow('bad-credentials');
    const again = await signedIn(site, 'rina', '/kantor', { password: `${password} lain` });
    await again.page.getByRole('banner').getByText('UPT Pelayanan Makassar').waitFor();

    // Linked at the provider since, by mistake.
    await site.api.sql`
      update users set oidc_issuer = 'https://id.example', oidc_subject = 'another' where username = 'rina'`;
    await page.reload();
    await page.getByRole('button', { name: 'Lepas identitas' }).click();
    await page.getByRole('group', { name: 'Lepas identitas Rina Wati?' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Lepas identitas' }).waitFor({ state: 'detached' });
    expect((await site.api.as('ops', 'GET', '/v1/users')).body.items).toContainEqual(
      expect.objectContaining({ username: 'rina', linked: false }),
    );

    // Who has lost the phone.
    await site.api.sql`insert into totp_secrets (username, secret, added_at) values ('rina', 'x', now())`;
    await page.reload();
    await page.getByRole('button', { name: 'Hapus faktor kedua' }).click();
    await page.getByRole('group', { name: 'Hapus faktor kedua Rina Wati?' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Hapus faktor kedua' }).waitFor({ state: 'detached' });
    expect(await site.api.sql`select from totp_secrets where username = 'rina'`).toHaveLength(0);

    await page.getByRole('button', { name: 'Nonaktifkan akun' }).click();
    await page.getByRole('group', { name: 'Nonaktifkan Rina Wati?' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Aktifkan akun', exact: true }).waitFor();
    await expect(signedIn(site, 'rina', undefined, { password: `${password} lain` })).rejects.toThrow();
    // What the API refused above is logged by the browser.
    expect(faults.filter((fault) => !/ 4(09|22) /.test(fault))).toEqual([]);
  });

  test('nobody takes away their own account', async () => {
    const { page } = await signedIn(site, 'ops', '/operasi/pengguna/ops');
    await page.getByText('Ini akun Anda sendiri').waitFor();
    expect(await page.getByRole('button', { name: /Nonaktifkan|kata sandi/ }).count()).toBe(0);
    expect(await page.getByLabel('Peran').isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Belum ada yang diubah.').waitFor();
  });
});

test('two of operations: one asks for an account with a reason, the other approves it', async () => {
  await site.api.sql`
    insert into users (username, name, role, office_id, password_hash)
    select 'ops2', 'Olga', 'ops', office_id, password_hash from users where username = 'ops'`;
  const app = await site.api.replica({ fourEyes: true, webDir: inject('consoleDir') });
  onTestFinished(() => app.close());
  const two = { ...site, base: await app.listen({ port: 0, host: '127.0.0.1' }) };
  const asks = await signedIn(two, 'ops', '/operasi/pengguna/baru');
  await asks.page.getByLabel('Nama petugas').fill('Wulan Sari');
  await chooseOffice(officeField(asks.page, 'Kantor'), 'upt bandung');
  await asks.page.getByRole('textbox', { name: 'Kata sandi' }).fill(password);
  await asks.page.getByRole('button', { name: 'Minta akun ini' }).click();
  await asks.page.locator('textarea[aria-invalid=true]').waitFor();
  await asks.page.getByLabel('Alasan').fill('Petugas baru di Bandung');
  await asks.page.getByRole('button', { name: 'Minta akun ini' }).click();
  await asks.page.waitForURL('**/operasi/permintaan?*');
  const own = asks.page.getByRole('listitem').filter({ hasText: 'wulan.sari' });
  await own.getByText('Menunggu petugas operasional lain').waitFor();
  expect(await own.getByRole('button', { name: /Setujui/ }).count()).toBe(0);

  const approves = await signedIn(two, 'ops2', '/operasi/permintaan');
  const card = approves.page.getByRole('listitem').filter({ hasText: 'wulan.sari' });
  await card.getByText('Alasan: Petugas baru di Bandung').waitFor();
  await card.getByText('Kantor: UPT Pelayanan Bandung').waitFor();
  expect(await axe(approves.page)).toEqual([]);
  await card.getByRole('button', { name: /Setujui/ }).click();
  await card.getByRole('group').getByRole('button', { name: 'Setujui' }).click();
  await card.getByText('Disetujui', { exact: true }).waitFor();
  await approves.page.goto('/operasi/pengguna/wulan.sari');
  await approves.page.getByRole('textbox', { name: 'Kata sandi baru' }).fill(`${password} lain`);
  const form = approves.page.locator('form', { hasText: 'Kata sandi baru' });
  await form.getByLabel('Alasan').fill('Lupa');
  await form.getByRole('button', { name: 'Atur kata sandi baru' }).click();
  await form.getByText('Permintaan untuk Wulan Sari terkirim').waitFor();
  await signedIn(two, 'wulan.sari', undefined, { password });
  for (const { faults } of [asks, approves])
    expect(faults.filter((fault) => !/ 422 /.test(fault))).toEqual([]);
});

test('categories: added below another, moved, ended; found by what belongs to them', async () => {
  const { page, faults } = await signedIn(site, 'ops', '/operasi/kategori');
  await page.getByLabel('Cari nama, contoh, atau kode').fill('lampu jalan');
  await page.getByRole('link', { name: 'Kesehatan', exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Tambah di bawah Infrastruktur' }).click();
  await page.getByLabel('Nama', { exact: true }).fill('Lampu jalan');
  expect(await page.getByLabel('Kode kategori').inputValue()).toBe('lampu-jalan');
  await page.getByLabel('Contoh (boleh kosong)').fill('padam, tiang miring');
  await page.getByLabel('Biasanya ditangani').fill('badan');
  await page.getByRole('option', { name: /^Badan Contoh Nasional/ }).click();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tambah kategori' }).click();
  await page.waitForURL('**/operasi/kategori?baru=lampu-jalan');
  await page.locator('[data-made] a:focus', { hasText: 'Lampu jalan' }).waitFor();
  await page.getByText('padam, tiang miring · biasanya Badan Contoh Nasional').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByLabel('Berada di bawah').selectOption('Perhubungan');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Tersimpan.').waitFor();
  await page.getByRole('button', { name: 'Akhiri kategori' }).click();
  await page
    .getByRole('group', { name: 'Akhiri Lampu jalan?' })
    .getByRole('button', { name: 'Akhiri' })
    .click();
  await page.getByRole('button', { name: 'Pakai lagi' }).waitFor();
  const { items } = (await site.api.send('GET', '/v1/categories')).body;
  expect(items.find(({ code }: { code: string }) => code === 'lampu-jalan')).toMatchObject({
    parent: 'perhubungan',
    ended: true,
    agency: { id: 'badan-contoh' },
  });
  expect(faults).toEqual([]);
});

test('offices: added below another, renamed, moved to another zone, deactivated', async () => {
  const { page, faults } = await signedIn(site, 'ops', '/operasi/kantor');
  await page.getByLabel('Cari nama atau kode kantor').fill('tidak ada');
  await page.getByText('Tidak ada kantor yang cocok').waitFor();
  await page.getByLabel('Cari nama atau kode kantor').fill('bandung');
  await page.getByRole('link', { name: 'UPT Pelayanan Makassar' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Tambah di bawah Direktorat Jenderal Pelayanan' }).click();
  // The code is proposed by the name, until somebody types another one.
  const code = page.getByLabel('Kode kantor');
  await page.getByLabel('Nama kantor').fill('UPT Pelayanan Bandung');
  expect(await code.inputValue()).toBe('upt-pelayanan-bandung');
  await code.fill('upt-ambon');
  await page.getByLabel('Nama kantor').fill('UPT Pelayanan Ambon');
  expect(await code.inputValue()).toBe('upt-ambon');
  await page.getByLabel('Surel kantor').fill('bukan surel');
  await page.getByRole('button', { name: 'Tambah kantor' }).click();
  await page.locator('input[type=email][aria-invalid=true]:focus').waitFor();
  await page.getByLabel('Surel kantor').fill('ambon@example.org');
  await page.getByRole('button', { name: 'Tambah kantor' }).click();
  await page.waitForURL('**/operasi/kantor?baru=upt-ambon');
  await page.locator('[data-made] a:focus', { hasText: 'UPT Pelayanan Ambon' }).waitFor();
  await page.getByRole('link', { name: 'UPT Pelayanan Ambon' }).click();
  await page.getByLabel('Nama kantor').fill('UPT Pelayanan Maluku');
  await page.getByLabel('Zona waktu').selectOption('Asia/Jayapura');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Tersimpan.').waitFor();
  const office = async () =>
    (await site.api.as('ops', 'GET', '/v1/offices?inactive=true')).body.items.find(
      ({ id }: { id: string }) => id === 'upt-ambon',
    );
  expect(await office()).toEqual({
    id: 'upt-ambon',
    name: 'UPT Pelayanan Maluku',
    level: 'upt',
    parentId: 'ditjen-pelayanan',
    timeZone: 'Asia/Jayapura',
    email: 'ambon@example.org',
    active: true,
    successorId: null,
    officers: 0,
  });
  await page.getByRole('button', { name: 'Nonaktifkan kantor' }).click();
  await page.getByRole('group', { name: 'Nonaktifkan UPT Pelayanan Maluku?' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Aktifkan kantor', exact: true }).waitFor();
  expect((await office()).active).toBe(false);
  await page.locator('button:focus', { hasText: 'Aktifkan kantor' }).waitFor();
  await page.goto('/operasi/kantor/ditjen-pelayanan');
  await page.getByRole('button', { name: 'Nonaktifkan kantor' }).click();
  await page.getByRole('group', { name: 'Nonaktifkan Direktorat Jenderal Pelayanan?' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Masih ada 2 kantor aktif di bawahnya.').waitFor();
  expect(faults.filter((fault) => !/ 4(09|22) /.test(fault))).toEqual([]);
});

test('an API key is made, shown once, lets a program in, and is revoked', async () => {
  const { page, faults } = await signedIn(site, 'ops', '/operasi/kunci');
  await page.getByRole('button', { name: 'Buat kunci' }).click();
  await page.getByRole('heading', { name: 'Buat kunci' }).waitFor();
  const form = page.locator('form', { has: page.getByLabel('Nama program') });
  await form.getByRole('button', { name: 'Buat kunci' }).click();
  await expect.poll(() => page.getByText('Wajib diisi').count()).toBe(4);
  await chooseOffice(officeField(page, 'Kantor'), 'badan contoh');
  await page.getByLabel('Nama program').fill('Dasbor angka');
  await page.getByLabel('Membaca angka').check();
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Berlaku sampai dengan').fill(inDays(400));
  await form.getByRole('button', { name: 'Buat kunci' }).click();
  await page.getByText('Paling lama satu tahun dari sekarang').waitFor();
  await page.getByLabel('Berlaku sampai dengan').fill(inDays(90));
  await form.getByRole('button', { name: 'Buat kunci' }).click();
  const key = (await page.getByTestId('api-key').textContent()) ?? '';
  const use = () =>
    site.api.send('GET', '/v1/reports/summary', undefined, { authorization: `Bearer ${key}` });
  expect((await use()).status).toBe(200);
  await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
  await page.reload();
  const card = page.getByRole('listitem').filter({ hasText: 'Dasbor angka' });
  await card.getByText('Terakhir dipakai').waitFor();
  expect(await page.content()).not.toContain(key);
  await card.getByRole('button', { name: 'Cabut' }).click();
  await card.getByRole('group').getByRole('button', { name: 'Cabut' }).click();
  await card.getByText('Dicabut', { exact: true }).waitFor();
  expect((await use()).status).toBe(401);
  expect(faults.filter((fault) => !/ 422 /.test(fault))).toEqual([]);
});

// It draws every operation at once, which takes a slow machine long.
test('the reference asks nothing of elsewhere, signs in, and tries an operation here', {
  timeout: 120_000,
}, async () => {
  const { page, faults } = await visit(site.browser, site.base, { colorScheme: 'dark' });
  const answer = await page.goto('/docs/mulai');
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self';");
  await page.getByRole('heading', { name: 'Integrasi pertama dalam lima menit' }).waitFor();
  await page.getByText('Masuk untuk mencoba').click();
  await page.getByLabel('Nama pengguna').fill('eselon1');
  await page.getByLabel('Kata sandi').fill('salah');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByText('Nama pengguna atau kata sandi salah').waitFor();
  await page.getByLabel('Kata sandi').fill('demo');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByText('Masuk sebagai Eka Saputra, Direktorat Jenderal Pelayanan.').waitFor();
  expect(await axe(page, '.bar')).toEqual([]);
  await page.getByText('Masuk untuk mencoba').click();
  await page.evaluate("location.hash = '#tag/offices/GET/v1/inbox'");
  await page.getByRole('button', { name: /^Coba.*\(get \/v1\/inbox\)$/ }).click();
  const [tried] = await Promise.all([
    page.waitForResponse((one) => one.url().includes('/v1/inbox')),
    page.getByRole('button', { name: /^Send get request/ }).click(),
  ]);
  expect(tried.status()).toBe(200);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(faults.filter((fault) => !/ 401 .*\/v1\/sessions/.test(fault))).toEqual([]);
});

test('schedules: run now, paused, resumed', async () => {
  const { page, faults } = await signedIn(site, 'ops', '/operasi/jadwal');
  const schedule = async () =>
    (await site.api.as('ops', 'GET', '/v1/schedules')).body.items.find(
      ({ id }: { id: string }) => id === 'recap',
    );
  const card = page.getByRole('listitem').filter({ hasText: 'Rekap bulanan untuk setiap kantor' });
  await card.getByText('Belum pernah').waitFor();
  await card.getByRole('button', { name: 'Jalankan sekarang' }).click();
  await expect.poll(async () => (await schedule()).lastRunAt).not.toBeNull();
  await card.getByText('Belum pernah').waitFor({ state: 'detached' });
  await card.getByText('berhasil').waitFor();
  await card.getByRole('button', { name: 'Jeda' }).click();
  await card.getByText('Dijeda', { exact: true }).waitFor();
  expect(await schedule()).toMatchObject({ paused: true, note: 'Dijeda oleh Oki Pranata' });
  // The API says when, and who did it, in Indonesian; an English page does not.
  await page.getByRole('button', { name: 'English' }).click();
  const english = page.getByRole('listitem').filter({ hasText: 'Monthly recap' });
  await english.getByText('first day of the month at 07:00 WIB').waitFor();
  await english.getByText('Paused by Oki Pranata').waitFor();
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await expect
    .poll(async () => (await site.api.as('ops', 'GET', '/v1/session')).body.user.language)
    .toBe('id');
  await card.getByRole('button', { name: 'Lanjutkan' }).click();
  await card.getByText('Aktif', { exact: true }).waitFor();
  expect((await schedule()).paused).toBe(false);
  expect(faults).toEqual([]);
});

test('the start page says which year is not decreed, as long as a limit reaches it (reading 30)', async () => {
  const { body } = await site.api.as('ops', 'GET', '/v1/calendar');
  const last: number = body.decreed.at(-1);
  const { policy } = (await site.api.as('ops', 'GET', '/v1/policies/current')).body;
  // Whatever the day is: as long as it takes to come to the year after the last one that is decreed.
  const years = last + 1 - new Date().getUTCFullYear();
  const whole = { ...policy.whole, oversight: { workingDays: Math.max(1, years) * 262 } };
  await site.api.as('ops', 'PUT', '/v1/policies/current', { ...policy, whole });
  const { page, faults } = await signedIn(site, 'ops', '/operasi');
  await page.getByText(`Kalender ${last + 1} belum ditetapkan`).waitFor();
  await page.getByRole('link', { name: `Isi kalender ${last + 1}` }).click();
  await page
    .getByRole('heading', { name: String(last + 1) })
    .first()
    .waitFor();
  await site.api.as('ops', 'PUT', '/v1/policies/current', policy);
  await page.goto('/operasi');
  await page.getByRole('heading', { name: 'Kalender kerja' }).waitFor();
  const { end } = (await site.api.as('ops', 'GET', '/v1/calendar')).body;
  await expect.poll(() => page.getByText('belum ditetapkan').count()).toBe(end ? 1 : 0);
  expect(faults).toEqual([]);
});

test('ops begin at the cockpit: each part with its state, what to do, and a way to do it', async () => {
  const { number } = await site.api.report();
  await site.api.sql`
    with told as (
      insert into notifications (key, number, kind, subject, body) values ('c', ${number}, 'arrival', 's', 'b')
      returning id, number)
    insert into deliveries (key, number, channel, notification_id, status, attempts, last_error)
    select 'c:mail', number, 'mail', id, 'failed', 9, 'RCPT TO: 550' from told`;
  const left = site.api.sql.json([{ number, what: 'workflow-ahead' }]);
  const mended = site.api.sql.json(
    ['LAP-2026-000901', 'LAP-2026-000902'].map((one) => ({ number: one, found: 'missing', did: 'resumed' })),
  );
  await site.api.sql`
    insert into reconciliations (at, started, differences, mended)
    values (now() - interval '2 hours', 0, ${left}, ${mended})`;
  await site.api.as('ops', 'POST', '/v1/schedules/recap/pause');
  // Somebody reads what is no business of theirs, one report more than a day may hold.
  await site.api.sql`
    insert into complaints (number, kind, title, description, channel, confidentiality, access_key_hash, received_at, started_at)
    select 'LAP-BACA-' || n, 'pengaduan', 'Jalan berlubang', 'Uraian', 'web', 'terbuka', '', now(), now()
    from generate_series(10, 30) n`;
  await site.api.sql`
    insert into looks (number, what, username, by_name, office_id, in_hand, day, hour)
    select number, 'identity', 'instansi2', 'Ida Ayu Laksmi', 'badan-contoh', false, now()::date, 9
    from complaints where number like 'LAP-BACA-%'`;
  const { page, faults } = await visit(site.browser, site.base);
  await page.goto('/masuk');
  await page.getByLabel('Nama pengguna').fill('ops');
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill('demo');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL('**/operasi');
  const part = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await part('Mesin alur kerja').getByText('Baik', { exact: true }).waitFor();
  await part('Pekerja').getByText('1 pekerja meminta tugas').waitFor();
  const schedules = part('Jadwal berikutnya');
  await schedules.getByText('Rekap bulanan untuk setiap kantor: dijeda').waitFor();
  expect(await schedules.getByRole('listitem').count()).toBe(4);
  const all = schedules.getByRole('link', { name: 'Semua jadwal' });
  expect(await all.getAttribute('href')).toBe('/operasi/jadwal');
  await site.api.as('ops', 'POST', '/v1/schedules/recap/resume');
  const mail = part('Surel');
  await mail.getByText('Perlu dilihat', { exact: true }).waitFor();
  await mail.getByText('RCPT TO: 550; 9 kali dicoba').waitFor();
  await page.getByRole('link', { name: 'Surel: perlu dilihat' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await mail.getByRole('button', { name: 'Coba lagi' }).click();
  await mail.getByText('RCPT TO: 550').waitFor({ state: 'detached' });
  // What the record cannot bring back by itself, a person has go on, and says why.
  const differing = part('Pencocokan');
  await differing.getByText('2 laporan dipulihkan dari catatannya').waitFor();
  await differing.getByRole('button', { name: number }).click();
  const goOn = differing.getByRole('button', { name: 'Lanjutkan menurut catatannya', exact: true });
  await goOn.click();
  await differing.getByText('Wajib diisi').waitFor();
  await differing.getByLabel('Siapa yang memutuskan dan mengapa').fill('Diputuskan Kepala Biro.');
  expect(await axe(page)).toEqual([]);
  await goOn.click();
  await differing.getByText('Laporan berjalan lagi dari catatannya.').waitFor();
  await expect
    .poll(() => site.api.sql`select reason from events where number = ${number} and type = 'resumed'`)
    .toEqual([{ reason: 'Diputuskan Kepala Biro.' }]);
  await part('Pencocokan').getByRole('link', { name: 'Panduan: TuntasNotReconciled' }).click();
  await page.getByRole('heading', { name: 'TuntasNotReconciled', exact: true }).waitFor();
  await page.getByText('temporal schedule toggle --schedule-id reconcile').waitFor();
  await page.goBack();
  const reading = part('Pembacaan identitas');
  // It is worked out anew in ten seconds, and asked for again in as many.
  await reading.getByText('21 dari 21 laporan bukan urusan kantornya').waitFor({ timeout: 30_000 });
  await reading.getByRole('link', { name: 'Ida Ayu Laksmi, Badan Contoh Nasional' }).click();
  await page.getByRole('rowheader', { name: 'LAP-BACA-10' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(22);
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('the palette leads ops to their pages, to what they may add, and to an office’s settings', async () => {
  const { page, faults } = await signedIn(site, 'ops', '/operasi');
  await page.getByRole('heading', { name: 'Mesin alur kerja', exact: true }).waitFor();
  for (const [words, option, path] of [
    ['kalender', 'Operasi: Kalender', '/operasi/kalender'],
    ['tambah pengguna', 'Tambah pengguna', '/operasi/pengguna/baru'],
    ['badan contoh', 'Pengaturan Badan Contoh Nasional', '/operasi/kantor/badan-contoh'],
  ] as const) {
    await typeInPalette(page, words);
    await page.getByRole('option', { name: option, exact: true, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${path}`);
  }
  // Others are led to nothing of it.
  const agency = await signedIn(site, 'instansi', '/pengawasan');
  await agency.page.getByRole('heading', { level: 1, name: 'Pengawasan' }).waitFor();
  await typeInPalette(agency.page, 'kalender');
  await agency.page.getByRole('option', { name: /^Cari “kalender”/, selected: true }).waitFor();
  expect([...faults, ...agency.faults]).toEqual([]);
});

test('a report is found by its number, and one that is not there is said', async () => {
  const report = await site.api.report({ title: 'Dicari' });
  const { page } = await signedIn(site, 'ops', '/operasi');
  await page.getByLabel('Nomor laporan').fill('LAP-2026-999999');
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  await page.getByText('Tidak ada laporan dengan nomor ini').waitFor();
  await page.getByLabel('Nomor laporan').fill(report.number.toLowerCase());
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  await page.getByText('Dicari').waitFor();
  expect(await page.getByRole('link', { name: 'Buka laporannya' }).getAttribute('href')).toBe(
    `/kantor/laporan/${report.number}`,
  );
});
