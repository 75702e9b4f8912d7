// A citizen files a report in a browser, whatever happens to page, network and browser meanwhile.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachmentsOf } from '../../db/attachments/attachments.ts';
import { axe, phone, visit } from '../support/console/browser.ts';
import {
  fillForm,
  picture,
  readReceipt,
  submit,
  tabTo,
  typed,
  walkForm,
} from '../support/console/citizen.ts';
import { sizeOf, takePhoto } from '../support/console/photo.ts';
import { openSite, type Site } from '../support/console/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const titled = (title: string) => site.api.sql`select number from complaints where title = ${title}`;

test('on a phone, one thing at a time: a draft outlives a reload, two clicks file one report, its file follows', async () => {
  const same = await site.api.report({
    title: 'Jalan berlubang di depan Pasar Baru',
    description: typed.description,
  });
  await same.decide('nasional', { action: 'dispose', officeId: 'kementerian-contoh' });
  const { page, faults } = await visit(site.browser, site.base, {
    viewport: phone,
    permissions: ['geolocation'],
    geolocation: { latitude: -6.894_26, longitude: 107.580_41 },
  });
  await site.api.as('ops', 'POST', '/v1/categories', {
    code: 'lubang',
    name: 'Jalan berlubang',
    parent: 'infrastruktur',
    agencyId: 'kementerian-contoh',
  });
  await page.goto('/');
  await page.getByRole('link', { name: 'Sampaikan laporan' }).click();
  await page.getByText('Langkah 1 dari 8', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Lanjut', exact: true }).click();
  await page.locator(':focus').getByText('Ada 1 isian yang perlu diperbaiki').waitFor();
  await walkForm(page);
  // reading 14: seen before it is sent; each answer leads to where it is changed, and back.
  const change = async (what: string, to: () => Promise<void>) => {
    await page.getByRole('link', { name: `Ubah ${what}`, exact: true }).click();
    await to();
    await page.getByRole('button', { name: 'Simpan dan periksa lagi' }).click();
    await page
      .getByRole('heading', { name: 'Periksa sebelum mengirim' })
      .and(page.locator(':focus'))
      .waitFor();
  };
  const preview = page.getByRole('region', { name: 'Begini dibaca publik' });
  await change('Isi laporan', () =>
    page.getByLabel('Isi laporan').fill(`${typed.description} ${typed.name}, 0812/3456/7890`),
  );
  await preview.getByText(`${typed.description} [nama pelapor], [nomor disamarkan]`).waitFor();
  // What others have reported already is followed instead of filed again.
  await change('Judul', async () => {
    await page.getByRole('heading', { name: 'Apakah ini laporan Anda?' }).waitFor();
    await page.getByRole('button', { name: `Saya juga mengalami ${same.number}` }).click();
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('Alamat surel untuk dikabari').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Anda mengikuti laporan ini').waitFor();
  });
  expect((await same.seenBy('nasional')).body.publicFollowers).toBe(1);
  await change('Siapa yang boleh melihat?', () => page.getByRole('radio', { name: 'Rahasia' }).check());
  await preview.waitFor({ state: 'detached' });
  await change('Siapa yang boleh melihat?', () => page.getByRole('radio', { name: 'Terbuka' }).check());
  await change('Isi laporan', () => page.getByLabel('Isi laporan').fill(typed.description));
  // Where and when, by keys: words in any order, then a level down in the browser's own list.
  await change('Wilayah', async () => {
    await page.getByLabel('Cari wilayah').pressSequentially('sukajadi bandung');
    await page.getByRole('option', { name: 'Kecamatan Sukajadi Kota Bandung, Jawa Barat' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Dipilih: Kecamatan Sukajadi, Kota Bandung, Provinsi Jawa Barat').waitFor();
    await page.getByLabel('Desa atau kelurahan').selectOption('Kelurahan Pasteur');
    await page.getByRole('button', { name: 'Pakai lokasi saya' }).click();
    await page.getByText('Titik: -6,894, 107,580 (sekitar 100 m)').waitFor();
    await page.getByLabel('Tempatnya dengan kata-kata').fill('depan pasar');
    await page.getByLabel('Tanggal kejadian').fill('32/13/2025');
    await page.getByRole('button', { name: 'Simpan dan periksa lagi' }).click();
    await page.getByRole('link', { name: /^Tanggal kejadian — Tulis seperti/ }).click();
    await page.getByLabel('Tanggal kejadian').and(page.locator(':focus')).fill('12 November 2025');
    await page.getByText('Terbaca: Rabu, 12 November 2025').waitFor();
    expect(await axe(page)).toEqual([]);
  });
  await page.locator('dd').getByText('Kelurahan Pasteur, Kecamatan Sukajadi').waitFor();
  // From the tree, with who usually has it; whom it is for stays the citizen's choice.
  await change('Kategori', async () => {
    await page.getByLabel('Kategori (tidak wajib)').pressSequentially('berlubang');
    await page.getByRole('option', { name: /^Jalan berlubang/ }).click();
    await page.getByText('Biasanya ditangani Kementerian Contoh.').waitFor();
    // Whom it is for is found by a short form, and by words in any order; what finds nothing is nobody.
    const agency = page.getByRole('combobox', { name: 'Ditujukan kepada' });
    await agency.fill('bcn');
    await page.getByRole('option', { name: 'Badan Contoh Nasional' }).waitFor();
    await agency.press('Enter');
    expect(await agency.inputValue()).toBe('Badan Contoh Nasional');
    await agency.fill('tidak ada');
    await page.getByText('Tidak ada instansi yang cocok.').waitFor();
    await agency.press('Enter');
    await agency.blur();
    expect(await agency.inputValue()).toBe('Badan Contoh Nasional');
    await agency.fill('');
    await agency.fill('contoh kementerian');
    await agency.blur();
    expect(await agency.inputValue()).toBe('Kementerian Contoh');
    await page.getByLabel('Kategori (tidak wajib)').click();
    await page.getByRole('option', { name: /^Infrastruktur/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });
  await page.reload();
  await page.getByText('Draf Anda dipulihkan').waitFor();
  for (const answer of ['Pengaduan', typed.title, typed.name, 'Kementerian Contoh', 'Tidak diisi'])
    await page.locator('dd').getByText(answer, { exact: true }).first().waitFor();
  expect(await axe(page)).toEqual([]);
  // The browser's way back is the form's, and what is missing is asked for where it belongs.
  await page.goBack();
  await page.getByRole('heading', { name: 'Lampiran (tidak wajib)' }).and(page.locator(':focus')).waitFor();
  await page.locator('input[type=file]').setInputFiles([picture]);
  await page.getByRole('button', { name: 'Kembali', exact: true }).click();
  await page.getByRole('heading', { name: 'Tentang Anda' }).waitFor();
  await page.getByLabel('Nama lengkap').fill('');
  await page.goto('/lapor?langkah=periksa');
  await submit(page).click();
  await page.locator(':focus').getByText('Ada 1 isian yang perlu diperbaiki').waitFor();
  await page.getByRole('link', { name: 'Nama lengkap — Wajib diisi' }).click();
  await page.getByLabel('Nama lengkap').and(page.locator(':focus')).fill(typed.name);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Simpan dan periksa lagi' }).click();
  await change('Lampiran', () => page.locator('input[type=file]').setInputFiles([picture]));
  await submit(page).dblclick();
  const { number, key } = await readReceipt(page);
  expect(number).toMatch(/^LAP-\d{4}-\d{6}$/);
  await page.getByRole('heading', { name: 'Semua lampiran terkirim' }).waitFor();
  expect(await titled(typed.title)).toHaveLength(1);
  const view = (await site.api.send('GET', `/v1/complaints/${number}`, undefined, { 'x-access-key': key }))
    .body;
  expect(view).toMatchObject({
    category: 'Jalan berlubang',
    place: 'depan pasar',
    region: { code: '32.73.07.1001' },
    point: { latitude: -6.894, longitude: 107.58 },
    happenedOn: '2025-11-12',
  });
  const { body } = await site.api.send('GET', `/v1/complaints/${number}/attachments`, undefined, {
    'x-access-key': key,
  });
  expect(body.items).toMatchObject([{ name: picture.name, office: null }]);
  const mail = (await page.getByRole('link', { name: 'Kirim ke surel saya' }).getAttribute('href')) ?? '';
  expect(decodeURIComponent(mail)).toContain(
    `${number}\r\nIkuti laporan di ${site.base}/ikuti/${number}\r\n`,
  );
  expect(mail).not.toContain(key);
  await page.getByRole('link', { name: 'Ikuti laporan ini' }).click();
  await page.getByRole('button', { name: 'Tutup dan lupakan kunci' }).click();
  await page.getByRole('heading', { name: 'Ikuti laporan', level: 1 }).waitFor();
  await page.getByRole('region', { name: 'Laporan yang saya ikuti' }).getByText(same.number).click();
  await page.getByRole('button', { name: `Berhenti mengikuti ${same.number}` }).click();
  const meToo = page.getByRole('button', { name: 'Saya juga mengalami', exact: true });
  await meToo.waitFor();
  // With an address one chooses what else is mailed there, now and later.
  expect(await page.getByRole('checkbox').count()).toBe(0);
  await page.getByLabel('Alamat surel untuk dikabari').fill('ani@example.org');
  await page.getByRole('checkbox', { name: 'Batas waktu terlewati' }).check();
  expect(await axe(page)).toEqual([]);
  await meToo.click();
  await page.getByText('Anda mengikuti laporan ini').waitFor();
  await page.reload();
  const handOvers = page.getByRole('checkbox', { name: 'Laporan diteruskan ke kantor lain' });
  await handOvers.check();
  expect(await page.getByRole('checkbox', { name: 'Batas waktu terlewati' }).isChecked()).toBe(true);
  const wished = async () =>
    (await site.api.sql`select updates from register_followers where number = ${same.number}`)[0]?.updates;
  await expect.poll(wished).toEqual(['hand-overs', 'lateness']);
  expect(await page.evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])')).not.toContain(
    key,
  );
  await page.goto('/lapor/terkirim');
  await page.waitForURL('**/lapor');
  await page.goto('/lapor');
  await page.getByRole('button', { name: 'Tampilkan semua pertanyaan di satu halaman' }).click();
  expect(await page.getByLabel('Judul').inputValue()).toBe('');
  // A draft is kept for seven days.
  await page.evaluate(`localStorage.setItem('tuntas.draft', JSON.stringify(
    { key: 'lama', values: { title: 'Lama' }, at: Date.now() - 8 * 24 * 60 * 60_000 }))`);
  await page.reload();
  await page.getByRole('heading', { name: 'Sampaikan laporan' }).waitFor();
  expect(await page.getByLabel('Judul').inputValue()).toBe('');
  expect(await page.evaluate(`localStorage.getItem('tuntas.draft')`)).toBe(null);
  expect(faults).toEqual([]);
});

test('by keyboard alone', async () => {
  const { page, faults } = await visit(site.browser, site.base);
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Langsung ke isi');
  await tabTo(page, 'link', 'Lapor');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Sampaikan laporan' }).waitFor();
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  await tabTo(page, 'radio', 'Pengaduan');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'textbox', 'Judul');
  await page.keyboard.type('Taman bermain di tiap kelurahan');
  await tabTo(page, 'textbox', 'Isi laporan');
  await page.keyboard.type('Anak-anak bermain di jalan.');
  await tabTo(page, 'button', 'Kirim laporan');
  await page.keyboard.press('Enter');
  // The name is missing: the summary has the focus and leads to it.
  await page.locator(':focus').getByText('Ada 1 isian yang perlu diperbaiki').waitFor();
  await tabTo(page, 'link', 'Nama lengkap — Wajib diisi');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Budi');
  await tabTo(page, 'button', 'Kirim laporan');
  await page.keyboard.press('Enter');
  const { number } = await readReceipt(page);
  const [row] = await site.api.sql`select kind from complaints where number = ${number}`;
  expect(row?.kind).toBe('aspirasi');
  expect(faults).toEqual([]);
});

describe('the answer is lost on the way', () => {
  test('and sending again files nothing twice', async () => {
    const { page } = await visit(site.browser, site.base);
    await page.goto('/lapor');
    await fillForm(page, 'Jawaban hilang');
    await page.route(
      '**/v1/complaints',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await submit(page).click();
    await page.locator(':focus').getByText('Laporan belum terkirim').waitFor();
    await submit(page).click();
    const { number } = await readReceipt(page);
    expect(await titled('Jawaban hilang')).toEqual([{ number }]);
  });

  test('and a change made since is not lost in silence', async () => {
    const { page } = await visit(site.browser, site.base);
    await page.goto('/lapor');
    await fillForm(page, 'Kiriman pertama');
    await page.route(
      '**/v1/complaints',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await submit(page).click();
    await page.getByText('Laporan belum terkirim').waitFor();
    await page.reload();
    await page.getByLabel('Judul').fill('Kiriman kedua');
    await submit(page).click();
    const { number } = await readReceipt(page);
    await page.getByText('Kiriman pertama Anda ternyata sudah sampai').waitFor();
    expect(await titled('Kiriman pertama')).toEqual([{ number }]);
    expect(await titled('Kiriman kedua')).toEqual([]);
  });
});

test('what the API refuses stands at its field', async () => {
  const { page } = await visit(site.browser, site.base);
  // An agency that has ended since the page was opened.
  await page.route('**/v1/agencies', async (route) => {
    const response = await route.fetch();
    const { items, ...rest } = await response.json();
    const ended = { ...items[0], id: 'tidak-ada', name: 'Badan Pengelola Pasar' };
    await route.fulfill({ response, json: { ...rest, items: [...items, ended] } });
  });
  await page.goto('/lapor');
  await fillForm(page, 'Instansi yang hilang');
  const agency = page.getByRole('combobox', { name: 'Ditujukan kepada' });
  await agency.fill('pasar badan');
  await page.getByRole('option', { name: 'Badan Pengelola Pasar' }).waitFor();
  await submit(page).click();
  await page.getByText('Ada 1 isian yang perlu diperbaiki').waitFor();
  expect(await agency.inputValue()).toBe('Badan Pengelola Pasar');
  expect(await agency.getAttribute('aria-invalid')).toBe('true');
  expect(await axe(page)).toEqual([]);
});

test('a browser that keeps nothing still files, and says so', async () => {
  const { page } = await visit(site.browser, site.base);
  await page.addInitScript(
    `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`,
  );
  await page.goto('/lapor');
  await fillForm(page, 'Peramban penuh');
  await page.getByText('Peramban ini tidak dapat menyimpan draf').waitFor();
  await submit(page).click();
  const { key } = await readReceipt(page);
  expect(key).toMatch(/^[A-Z2-7-]{32}$/);
  await page.getByRole('link', { name: 'Ikuti laporan ini' }).click();
  await page.getByRole('heading', { name: 'Keadaan sekarang' }).waitFor();
});

test('a file that did not arrive is sent again by itself, from where the line broke, others are not', async () => {
  const { page } = await visit(site.browser, site.base);
  await page.goto('/lapor');
  await fillForm(page, 'Lampiran gagal');
  const note = { name: 'catatan.txt', mimeType: 'text/plain', buffer: Buffer.from('Catatan.') };
  const long = {
    name: 'panjang.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Catatan.\n'.repeat(80_000)),
  };
  const program = { name: 'program.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') };
  const big = { name: 'besar.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) };
  await page.locator('input[type=file]').setInputFiles([picture, note, long, program, big]);
  await page.getByText('“besar.mp4” lebih besar dari 10 MB').waitFor();
  const other = { name: 'program.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') };
  await page.locator('input[type=file]').setInputFiles([other]);
  await page.getByText('“program.exe” bukan jenis berkas yang diterima').waitFor();
  await page.route('**/attachments', (route) => route.abort(), { times: 1 });
  // Of the long one the line breaks in its second part.
  const offsets: number[] = [];
  await page.route('**/uploads/*', async (route) => {
    offsets.push(Number(route.request().headers()['upload-offset']));
    await (offsets.length === 2 ? route.abort() : route.continue());
  });
  await submit(page).click();
  const { number } = await readReceipt(page);
  await page.getByText('Jenis isi atau berkas ini tidak diterima').waitFor();
  await page.getByRole('button', { name: 'Kirim lagi lubang.png' }).click();
  await page.getByRole('button', { name: 'Kirim lagi lubang.png' }).waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await attachmentsOf(site.api.sql, number, true)).map(({ name }) => name).toSorted())
    .toEqual(['catatan.txt', 'lubang.png', 'panjang.txt']);
  const part = 256 * 1024;
  expect(offsets).toEqual([0, part, part, 2 * part]);
  const sent = (await attachmentsOf(site.api.sql, number, true)).find(({ name }) => name === long.name);
  expect(sent?.sha256).toEqual(createHash('sha256').update(long.buffer).digest());
});

test('without network the page says so, and sends once it is back', async () => {
  const { page } = await visit(site.browser, site.base);
  await page.goto('/lapor');
  await fillForm(page, 'Tanpa jaringan');
  await page.context().setOffline(true);
  await page.getByText('Anda sedang luring').waitFor();
  await submit(page).click();
  await page.getByText('Server tidak dapat dihubungi').waitFor();
  await page.getByText('Kami kirim lagi sendiri begitu ada sambungan, selama halaman ini terbuka.').waitFor();
  await page.context().setOffline(false);
  // By itself, and whole, though what it is made of was first asked for without a line.
  await readReceipt(page);
  const square = page.getByRole('img', { name: /^Kode QR/ });
  await expect.poll(async () => (await square.boundingBox())?.width).toBeLessThan(200);
  expect(await titled('Tanpa jaringan')).toHaveLength(1);
});

test('at wish a report waits in the phone: opened without a line, sent with its photo though its page was closed', async () => {
  const { page, faults } = await visit(site.browser, site.base, {
    viewport: phone,
    serviceWorkers: 'allow',
  });
  const context = page.context();
  await page.goto('/lapor');
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  // The long page, for those who want it, stays chosen.
  await page.getByRole('button', { name: 'Tampilkan semua pertanyaan di satu halaman' }).click();
  await fillForm(page, 'Jembatan putus');
  const photo = { name: 'IMG_0007.jpg', mimeType: 'image/jpeg', buffer: await takePhoto(page) };
  await page.locator('input[type=file]').setInputFiles([photo]);
  await page.getByText('diperkecil dari').waitFor();
  await page.getByRole('checkbox', { name: /^Ini perangkat saya sendiri/ }).check();
  expect(await axe(page)).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'Buang IMG_0007.jpg' }).waitFor();
  await context.setOffline(true);
  await submit(page).click();
  await page.getByText('juga bila halaman ini Anda tutup').waitFor();
  expect(faults.splice(0).filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  await page.close();
  const later = await context.newPage();
  await later.goto('/ikuti');
  await later.getByText('Laporan “Jembatan putus” belum terkirim').waitFor();
  await later.close();
  // The line is back, no page is open: the browser calls the service worker.
  const nowhere = await context.newPage();
  const cdp = await context.newCDPSession(nowhere);
  const registered = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(site.base));
      if (own) resolve(own.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  const registrationId = await registered;
  await context.setOffline(false);
  const call = { origin: site.base, registrationId, tag: 'tuntas.outbox', lastChance: false };
  // A call that comes before the line is there fails, and the browser calls again.
  const arrived = async () => {
    await cdp.send('ServiceWorker.dispatchSyncEvent', call);
    const all = await site.api.sql<{ number: string }[]>`select distinct number from attachments`;
    return (await Promise.all(all.map(({ number }) => attachmentsOf(site.api.sql, number, true)))).flat();
  };
  await expect
    .poll(arrived, { interval: 1_000 })
    .toContainEqual(expect.objectContaining({ name: 'IMG_0007.jpg' }));
  const back = await context.newPage();
  await back.goto('/');
  await back.getByText('Laporan “Jembatan putus” sudah terkirim').waitFor();
  expect(await axe(back)).toEqual([]);
  await back.getByRole('button', { name: 'Lihat nomor dan kunci' }).click();
  const { number, key } = await readReceipt(back);
  expect(await titled('Jembatan putus')).toEqual([{ number }]);
  expect(
    await site.api.sql`select received from uploads where number = ${number} and attachment_id is not null`,
  ).toEqual([{ received: expect.any(Number) }]);
  const access = { 'x-access-key': key };
  const path = `/v1/complaints/${number}/attachments`;
  const [file] = (await site.api.send('GET', path, undefined, access)).body.items;
  const answer = await fetch(`${site.base}${path}/${file.id}`, { headers: access });
  expect(sizeOf(Buffer.from(await answer.arrayBuffer()))).toEqual([1280, 1920]);
  // Nothing of it stays to be sent, or to be typed again.
  await back.goto('/lapor');
  await back.getByRole('heading', { name: 'Sampaikan laporan' }).waitFor();
  expect(await back.getByLabel('Judul').inputValue()).toBe('');
});
