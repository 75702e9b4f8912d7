// Lists of an office: live, without the network, many decisions at once, search, what an officer is told.
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { axe } from '../../support/console/browser.ts';
import {
  dialog,
  doneNotice,
  focusedRow,
  rowOf,
  sendNow,
  typeInPalette,
} from '../../support/console/office.ts';
import { signedIn } from '../../support/console/signed-in.ts';
import { openSite, type Site } from '../../support/console/site.ts';
import { WebhookSink } from '../../support/servers/webhook-sink.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const toAgency = { agencyId: 'kementerian-contoh' };

describe('the inbox', () => {
  test('shows a new report within two seconds, without a reload, and tells its time in words', async () => {
    const { page, faults } = await signedIn(site, 'instansi', '/kantor');
    await page.getByText('Tersambung langsung').waitFor();
    const report = await site.api.report({ ...toAgency, title: 'Baru saja masuk' });
    const since = Date.now();
    await rowOf(page, report.number).waitFor();
    expect(Date.now() - since).toBeLessThan(2_000);
    expect(await rowOf(page, report.number).innerText()).toMatch(
      /(Sisa|Segera: sisa) (1 jam|\d+ menit) kerja/,
    );
    await site.api
      .sql`update complaints set deadline = now() - interval '30 days' where number = ${report.number}`;
    await page.reload();
    await page.getByText('1 lewat tenggat').waitFor();
    expect(await rowOf(page, report.number).innerText()).toMatch(/Lewat \d+ hari kerja/);
    expect(faults).toEqual([]);
  });

  test('survives a lost connection: says so, keeps what was typed, and catches up', async () => {
    const report = await site.api.report({ ...toAgency, title: 'Sebelum putus' });
    const { page } = await signedIn(site, 'instansi', `/kantor/laporan/${report.number}`);
    await page.getByText('Tersambung langsung').waitFor();
    await page.getByLabel('Catatan baru').fill('Sedang saya tulis.');
    await page.context().setOffline(true);
    await page.getByText('Anda sedang luring').waitFor();
    await page.locator('#content').getByText('Terputus', { exact: true }).waitFor({ timeout: 5_000 });
    await page.getByRole('button', { name: 'Terima' }).click();
    await page.getByText('Selanjutnya:').waitFor();
    await page.getByRole('button', { name: 'Terima' }).click();
    await page.getByText('Belum pasti').waitFor();
    await site.api.as('instansi', 'POST', `${report.path}/notes`, { text: 'Dari kantor sebelah.' });
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Terima: kirim lagi' }).click();
    await page.getByTestId('done').waitFor();
    await page.getByText('Dari kantor sebelah.').waitFor();
    expect(await page.getByLabel('Catatan baru').inputValue()).toBe('Sedang saya tulis.');
  });

  test('decides for many at once, each answered alone', async () => {
    const seated = (active: boolean) =>
      site.api.sql`update users set active = ${active} where office_id = 'kementerian-contoh'`;
    await seated(false);
    onTestFinished(async () => void (await seated(true)));
    const reports = [];
    for (const title of ['A', 'B', 'C']) reports.push(await site.api.report({ title: `Massal ${title}` }));
    const { page, faults } = await signedIn(site, 'nasional', '/kantor?q=Massal');
    for (const { number } of reports) {
      await rowOf(page, number).getByRole('link').focus();
      await page.keyboard.press('x');
    }
    await page.getByRole('region', { name: '3 dipilih' }).waitFor();
    await page.keyboard.press('d');
    await dialog(page).getByRole('combobox', { name: 'Kantor tujuan' }).fill('Kementerian');
    // Within the dialog: nothing outside it is there for who reads by ear.
    await dialog(page).locator('[role=option][data-active]').waitFor();
    await page.keyboard.press('Enter');
    // Not seen by the dialog: somebody is faster with one of them.
    const taken = reports[1];
    await taken?.decide('nasional', { action: 'request-completion', reason: 'Foto kurang jelas.' });
    // Nobody sits there: asked once more, and nothing is sent before.
    const send = dialog(page).getByRole('button', { name: 'Disposisi: 3 laporan' });
    await send.click();
    const sure = dialog(page).getByLabel('Ya, tetap kirim ke kantor ini');
    await sure.and(page.locator(':focus')).waitFor();
    expect((await reports[0]?.seenBy('nasional'))?.body.step).toBe(2);
    await sure.check();
    await send.click();
    await dialog(page).getByText('2 berhasil, 1 tidak.').waitFor();
    const failed = dialog(page)
      .getByRole('listitem')
      .filter({ hasText: taken?.number ?? '' });
    expect(await failed.innerText()).toContain('Laporan sudah berubah sejak terakhir Anda lihat');
    await dialog(page).getByRole('button', { name: 'Tutup' }).last().click();
    await page.getByRole('region', { name: '1 dipilih' }).waitFor();
    for (const report of [reports[0], reports[2]]) {
      expect((await report?.seenBy('nasional'))?.body.holder.id).toBe('kementerian-contoh');
    }
    expect(faults).toEqual([]);
  });

  test('sends many again whose answer got lost; each is done once, and what others did stays', async () => {
    const reports = [];
    for (const title of ['A', 'B', 'C']) reports.push(await site.api.report({ title: `Serentak ${title}` }));
    const second = reports[1] as (typeof reports)[0];
    const { page } = await signedIn(site, 'nasional', '/kantor?q=Serentak');
    for (const { number } of reports) await rowOf(page, number).waitFor();
    await page.getByLabel('Pilih semua yang tampil').check();
    await page.getByRole('button', { name: /^Tolak/ }).click();
    const reason = dialog(page).getByLabel('Alasan');
    await reason.fill('Bukan pelayanan publik.');
    // What was typed for many is kept, too.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Tolak/ }).click();
    expect(await reason.inputValue()).toBe('Bukan pelayanan publik.');
    await second.decide('nasional', { action: 'reject', reason: 'Sudah ditolak.' });
    const sent: (string | null)[] = [];
    await page.route('**/v1/sendings', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      sent.push(route.request().postData());
      if (sent.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    const submit = dialog(page).getByRole('button', { name: 'Tolak: 3 laporan' });
    await submit.click();
    await dialog(page).getByText('Belum pasti').waitFor();
    await submit.click();
    await dialog(page).getByText('2 berhasil, 1 tidak.').waitFor();
    await dialog(page).getByText('Laporan sudah berakhir').waitFor();
    expect(sent[0]).toBe(sent[1]);
    await dialog(page).getByRole('button', { name: 'Tutup' }).last().click();
    // All of them are taken back by one key, and are as they were: selected, with what was typed.
    const standing = page.getByRole('region', { name: 'Menunggu dikirim' });
    await standing.getByText('Penolakan untuk 2 laporan dikirim dalam').waitFor();
    await page.keyboard.press('h');
    await standing.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: '2 dipilih' }).waitFor();
    expect((await second.events()).filter(({ type }) => type === 'rejected')).toHaveLength(1);
    await page.getByRole('button', { name: /^Tolak/ }).click();
    expect(await reason.inputValue()).toBe('Bukan pelayanan publik.');
    await dialog(page).getByRole('button', { name: 'Tolak: 2 laporan' }).click();
    await standing.waitFor();
    await page.getByRole('region', { name: '2 dipilih' }).waitFor({ state: 'detached' });
    await sendNow(page);
    await doneNotice(page).getByText('2 laporan ditolak.').waitFor();
    for (const report of reports) {
      const rejected = (await report.events()).filter(({ type }) => type === 'rejected');
      expect(rejected.map(({ reason: why }) => why)).toEqual([
        report === second ? 'Sudah ditolak.' : 'Bukan pelayanan publik.',
      ]);
    }
  });
});

describe('the desk', () => {
  // Whole rows on the screen.
  const rowsInSight = `[...document.querySelectorAll('[data-number]')].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }).length`;

  test('shows twenty reports, twelve beside one of them, and nothing moves under the pointer', async () => {
    const many = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        site.api.report({
          agencyId: 'badan-contoh',
          title: `Meja ${n}`,
          place: 'Bandung',
          category: 'Jalan',
        }),
      ),
    );
    const numbers = many.map(({ number }) => number);
    await site.api
      .sql`update complaints set deadline = now() + interval '20 days' where number = any(${numbers})`;
    const { page, faults } = await signedIn(site, 'instansi2', '/kantor', {
      viewport: { width: 1366, height: 768 },
    });
    await page.addInitScript(`globalThis.shifted = 0; new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifted += value;
    }).observe({ type: 'layout-shift', buffered: true })`);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/')) asked.push(request.url().slice(site.base.length));
    });
    // The API listens from the first visit on; and what is told to who comes a moment late is over.
    await page.getByText('Tersambung langsung').waitFor();
    await page.waitForTimeout(2_500);
    asked.length = 0;
    await page.goto('/kantor');
    await page.getByText('24 laporan', { exact: true }).waitFor();
    await page.getByText('Tersambung langsung').waitFor();
    await expect.poll(() => focusedRow(page)).toBe(numbers.toSorted()[0]);
    expect(await page.evaluate(rowsInSight)).toBeGreaterThanOrEqual(20);
    // By when all would have been asked for again.
    await page.waitForTimeout(500);
    expect(asked.filter((url, n) => asked.indexOf(url) !== n)).toEqual([]);
    expect(await page.evaluate('shifted')).toBeLessThanOrEqual(0.02);

    // What comes meanwhile waits for the pointer.
    const [first = '', second = ''] = numbers.toSorted();
    await rowOf(page, second).hover();
    const before = await rowOf(page, second).boundingBox();
    asked.length = 0;
    await page.evaluate('shifted = 0');
    const urgent = await site.api.report({ agencyId: 'badan-contoh', title: 'Meja mendesak' });
    await page.getByRole('button', { name: '1 baru' }).waitFor();
    expect(await rowOf(page, second).boundingBox()).toEqual(before);
    // It cost its row, not the list.
    expect(asked.filter((url) => url.startsWith('/v1/inbox?limit=50'))).toEqual([]);
    expect(await page.evaluate('shifted')).toBeLessThanOrEqual(0.02);
    await page.getByRole('button', { name: '1 baru' }).click();
    await rowOf(page, urgent.number).waitFor();

    // Beside a report the list stays; the address tells both, and Back goes back.
    await rowOf(page, first).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: /^Meja \d+$/ }).waitFor();
    await page.getByText('2 dari 25').waitFor();
    expect(await page.evaluate(rowsInSight)).toBeGreaterThanOrEqual(12);
    await page.keyboard.press('j');
    await page.waitForURL(`**/kantor/laporan/${second}?antrean=1`);
    await page.reload();
    await page.getByText('3 dari 25').waitFor();
    expect(await rowOf(page, second).getAttribute('data-current')).toBe('true');
    // Two keys decide it; the place is kept, and nothing is pushed away.
    await page.getByRole('button', { name: 'Terima', exact: false }).first().waitFor();
    await page.evaluate('shifted = 0');
    await page.keyboard.press('t');
    await page.getByText('Selanjutnya:').waitFor();
    await page.keyboard.press('Enter');
    await doneNotice(page).getByText(`${second} diterima`).waitFor();
    expect(await page.evaluate('shifted')).toBeLessThanOrEqual(0.02);
    await page.keyboard.press('u');
    await expect.poll(() => focusedRow(page)).toBe(second);

    // From the search box to the first row.
    await page.keyboard.press('/');
    await page.keyboard.type('mendesak');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedRow(page)).toBe(urgent.number);
    await page.getByRole('button', { name: 'Hapus saringan' }).click();

    // Filters and order live in the address; the setting of the rows is remembered.
    await page.getByRole('button', { name: 'Saringan' }).click();
    await page.getByLabel('Tempat memuat').fill('bandung');
    await page.getByText('24 laporan', { exact: true }).waitFor();
    await page.getByLabel('Urutan').selectOption('newest');
    await page.waitForURL('**/kantor?place=bandung&sort=newest');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Baris lega' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Baris rapat' }).waitFor();
    for (const width of [320, 768, 1280, 1920, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      await rowOf(page, second).waitFor();
      const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect([width, await page.evaluate(over)]).toEqual([width, 0]);
    }

    // More than twenty at once are asked once.
    await page.getByLabel('Pilih semua yang tampil').check();
    await page.getByRole('button', { name: /^Tanya pelapor \(/ }).click();
    await dialog(page).getByLabel('Pertanyaan').fill('Di mana tepatnya?');
    await dialog(page).getByRole('button', { name: 'Tanya pelapor: 24 laporan' }).click();
    await dialog(page).getByLabel('Ya, tanya pelapor semuanya').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => focusedRow(page)).toBeDefined();
    expect(faults).toEqual([]);
  });

  test('finds by number and words, groups, keeps views, hands over; all of it on a phone, too', async () => {
    const text = 'Kios di pasar Cihapit terbakar sejak Senin malam dan belum dibersihkan.';
    const about = { agencyId: 'badan-contoh', category: 'Pasar', description: text };
    const fire = await site.api.report({ ...about, title: 'Kios pasar Cihapit terbakar' });
    const again = await site.api.report({ ...about, title: 'Kios di pasar Cihapit terbakar' });
    await site.api.sql`
      insert into users (username, name, password_hash, role, office_id)
      select 'instansi2b', 'Bima Prakoso', password_hash, 'admin', office_id from users where username = 'instansi2'`;
    const { page, faults } = await signedIn(site, 'instansi2', '/kantor', {
      viewport: { width: 1366, height: 768 },
    });
    await rowOf(page, fire.number)
      .getByText(/^\d+%$/)
      .waitFor();
    expect(await rowOf(page, fire.number).innerText()).toContain(`mirip ${again.number}`);

    const palette = (words: string) => typeInPalette(page, words);
    await palette(fire.number.toLowerCase().replaceAll('0', 'O'));
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kios pasar Cihapit terbakar' }).waitFor();
    await page.getByTestId('deciding').getByRole('button', { name: 'Terima' }).waitFor();
    await palette('terima');
    await page.keyboard.press('Enter');
    await page.getByText('Selanjutnya:').waitFor();
    await palette('kotak');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/kantor');
    // A row that has the focus is in sight as well.
    await rowOf(page, again.number).getByRole('link').focus();
    await palette('terima');
    await page.getByRole('option', { name: `Terima: ${again.number}` }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedRow(page)).toBe(again.number);

    await page.getByLabel('Kelompokkan').selectOption('category');
    const group = page.getByRole('list', { name: 'Pasar' });
    await group.getByRole('listitem').first().waitFor();
    expect(await group.locator('[data-number]').count()).toBe(2);
    await page.getByRole('button', { name: 'Simpan tampilan' }).click();
    await dialog(page).getByLabel('Nama').fill('Per kategori');
    await dialog(page).getByLabel('Untuk semua petugas di kantor ini').check();
    await dialog(page).getByRole('button', { name: 'Simpan', exact: true }).click();
    const views = page.getByRole('navigation', { name: 'Tampilan' });
    await views.getByRole('link', { name: /^Per kategori ?, \d+ laporan$/ }).waitFor();
    await views.getByRole('link', { name: 'Semua' }).click();
    await page.getByRole('list', { name: 'Laporan', exact: true }).waitFor();
    await palette('per kat');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/kantor?group=category');
    await group.getByRole('listitem').first().waitFor();
    expect(await axe(page)).toEqual([]);

    for (const { number } of [fire, again]) {
      await rowOf(page, number).getByRole('link').focus();
      await page.keyboard.press('x');
    }
    await page.keyboard.press('g');
    await dialog(page).getByRole('button', { name: 'Bima Prakoso' }).click();
    await doneNotice(page).getByText('2 laporan diserahkan kepada Bima Prakoso.').waitFor();
    await rowOf(page, again.number).getByText('Bima Prakoso').waitFor();
    await doneNotice(page).getByRole('button', { name: 'Urungkan' }).click();
    await doneNotice(page).getByText('Penyerahan 2 laporan diurungkan.').waitFor();
    for (const report of [fire, again]) expect((await report.seenBy('instansi2')).body.assignee).toBeNull();
    await page.getByRole('button', { name: 'Beban petugas' }).click();
    await dialog(page).getByRole('row', { name: 'Bima Prakoso 0' }).waitFor();
    await page.keyboard.press('Escape');

    await page.setViewportSize({ width: 360, height: 740 });
    await site.api.sql`
      update complaints set deadline = now() - interval '30 days', oversight = true, confidentiality = 'anonim'
      where number = ${fire.number}`;
    await page.reload();
    await rowOf(page, fire.number)
      .getByText(/^Lewat/)
      .waitFor();
    // What is like it is asked for once its row is seen.
    await rowOf(page, fire.number).scrollIntoViewIfNeeded();
    await rowOf(page, fire.number)
      .getByText(/^\d+%$/)
      .waitFor();
    // How late it is stands there whole, beside three marks.
    const cut = await page.evaluate(
      `[...document.querySelectorAll('[data-number] [data-in-row] span')].filter((said) =>
        said.clientWidth > 1 && said.scrollWidth > said.clientWidth).map((said) => said.textContent)`,
    );
    expect(cut).toEqual([]);
    const heights = await page.evaluate(
      `[...document.querySelectorAll('[data-number]')].map((row) => row.getBoundingClientRect().height)`,
    );
    expect(Math.max(...(heights as number[]))).toBeLessThanOrEqual(96);
    await page.getByRole('button', { name: 'Buka cari dan perintah' }).click();
    await dialog(page).getByRole('option', { name: 'Templat' }).click();
    await page.waitForURL('**/kantor/templat');
    expect(faults).toEqual([]);
  });
});

describe('beside the inbox', () => {
  test('search keeps its filters in the address', async () => {
    const asked = await site.api.report({ kind: 'informasi', title: 'Jadwal layanan perpustakaan' });
    await site.api.report({ title: 'Perpustakaan tutup' });
    const { page, faults } = await signedIn(site, 'nasional', '/kantor/laporan');
    await page.getByLabel('Cari nomor atau kata').fill('perpustakaan');
    await page.getByText('2 laporan ditampilkan', { exact: true }).waitFor();
    await page.getByLabel('Jenis').selectOption('informasi');
    await page.getByText('1 laporan ditampilkan', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=perpustakaan&kind=informasi');
    await page.reload();
    await page.getByText('1 laporan ditampilkan', { exact: true }).waitFor();
    await rowOf(page, asked.number).getByRole('link').click();
    await page.goBack();
    await page.getByText('1 laporan ditampilkan', { exact: true }).waitFor();
    expect(await page.getByLabel('Jenis').inputValue()).toBe('informasi');
    await page.getByLabel('Kelompokkan').selectOption('step');
    await page.getByRole('list', { name: /^2\. / }).getByText(asked.number).waitFor();
    await page.getByText('1 laporan ditampilkan, dari yang terbaru', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=perpustakaan&kind=informasi&group=step');
    // Whose number is lost is found by exactly the contact that they gave, and that is on record as a look.
    const reporter = { name: 'Bu Sumi', phone: '0812-7000-1234' };
    const lost = await site.api.report({ title: 'Nomornya hilang', reporter });
    const looks = () => site.api.sql`select username, what from looks where number = ${lost.number}`;
    await page.getByRole('button', { name: 'Cari menurut kontak pelapor' }).click();
    const contact = dialog(page).getByLabel('Surel atau telepon pelapor');
    await contact.and(page.locator(':focus')).fill('7000-1234');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Tidak ada laporan dengan kontak ini.').waitFor();
    expect(await looks()).toEqual([]);
    await contact.fill('+62 812 7000 1234');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('1 laporan ditemukan dan tercatat.').waitFor();
    expect(await looks()).toEqual([{ username: 'nasional', what: 'identity' }]);
    expect(await axe(page)).toEqual([]);
    await dialog(page).getByRole('link', { name: 'Nomornya hilang' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nomornya hilang' }).waitFor();
    expect(page.url()).not.toContain('7000');
    expect(faults).toEqual([]);
  });

  test('files for somebody, hands the key over once, and attaches a file', async () => {
    const { page, faults } = await signedIn(site, 'instansi', '/kantor/baru');
    await page.getByLabel('Judul').fill('Datang ke loket');
    await page.getByRole('button', { name: 'Buat laporan' }).click();
    await page.getByText('Wajib diisi').first().waitFor();
    await page.getByLabel('Isi laporan').fill('Pelapor datang dan bercerita.');
    await page.getByLabel('Nama').fill('Bu Sumi');
    await page.getByLabel('NIK').fill('123');
    await page.getByRole('button', { name: 'Buat laporan' }).click();
    await page.getByText('NIK terdiri atas 16 angka').waitFor();
    await page.getByLabel('NIK').fill('');
    await page.getByLabel('Bernomor di sistem lain').fill('surat');
    await page.getByRole('button', { name: 'Buat laporan' }).click();
    await page.getByText('Wajib diisi').waitFor();
    await page.getByLabel('Nomor di sana').fill('B-7/2026');
    // Where it happened: in the middle of the map, by its key.
    await page.getByRole('button', { name: 'Tunjukkan di peta' }).click();
    await page.getByRole('application', { name: /^Peta/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Titik: /).waitFor();
    expect(await page.getByRole('button', { name: 'Pakai lokasi saya' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Buat laporan' }).click();
    const key = await page.getByTestId('access-key').innerText();
    const [number = ''] = /LAP-\d+-\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText()) ?? [];
    const followed = await site.api.send('GET', `/v1/complaints/${number}`, undefined, {
      'x-access-key': key,
    });
    expect(followed.body).toMatchObject({
      title: 'Datang ke loket',
      references: [{ source: 'surat', id: 'B-7/2026' }],
      point: { latitude: expect.any(Number), longitude: expect.any(Number) },
    });
    await page.getByRole('link', { name: 'Buka laporan' }).click();
    await page.getByText('Indra Kusuma, Kementerian Contoh').first().waitFor();
    // Another tab signs in anew: the page's token is the old session's.
    await page.request.post('/v1/sign-in', { data: { username: 'instansi', password: 'demo' } });
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'surat.txt', mimeType: 'text/plain', buffer: Buffer.from('Isi surat.') });
    const link = page.getByRole('link', { name: 'surat.txt' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('surat.txt');
    // What the API refused above is logged by the browser.
    expect(faults.filter((fault) => !/ 4(03|22) /.test(fault))).toEqual([]);
  });

  test('hides words, and the whole report, from what the public reads', async () => {
    const report = await (await site.api.report({ title: 'Rumah di Gang Mawar' })).toRow8();
    const read = async () => {
      const { status, body } = await site.api.send('GET', `/v1/register/${report.number}`);
      return status === 200 ? body.title : status;
    };
    const { page, faults } = await signedIn(site, 'eselon1', `/kantor/laporan/${report.number}`);
    expect(await read()).toBe('Rumah di Gang Mawar');
    const words = page.getByLabel('Sembunyikan juga kata');
    await words.fill('Gang Mawar');
    await page.getByRole('button', { name: 'Sembunyikan', exact: true }).click();
    await expect.poll(() => words.inputValue()).toBe('');
    expect(await read()).not.toContain('Mawar');
    await page.getByRole('button', { name: 'Sembunyikan seluruhnya' }).click();
    await page.getByRole('group', { name: 'Sembunyikan seluruh laporan' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Laporan ini disembunyikan dari daftar publik').waitFor();
    expect(await read()).toBe(404);
    await page.getByRole('button', { name: 'Tampilkan lagi' }).click();
    await page.keyboard.press('Enter');
    await page.getByText('Laporan ini disembunyikan').waitFor({ state: 'detached' });
    expect(await read()).not.toBe(404);
    expect(faults).toEqual([]);
  });

  test('is told of reports, marks them read, and chooses how to be told', async () => {
    const report = await site.api.report({ ...toAgency, title: 'Memberi tahu' });
    const { page, faults } = await signedIn(site, 'instansi', '/kantor/pemberitahuan?unread=true');
    await page.getByRole('heading', { name: `Laporan masuk: ${report.number}` }).waitFor();
    await page.getByRole('button', { name: 'Tandai semua yang tampil' }).click();
    await page.getByText('Tidak ada pemberitahuan').waitFor();
    await page.getByText('Cara saya diberi tahu').click();
    await page.getByLabel('Surel saya').fill('indra@example.org');
    await page.getByLabel('Surel: Peringatan tenggat').selectOption('hourly');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Tersimpan.').first().waitFor();
    const { body } = await site.api.as('instansi', 'GET', '/v1/notification-choices');
    expect(body.email).toBe('indra@example.org');
    expect(body.topics).toContainEqual(expect.objectContaining({ topic: 'reminder', mail: 'hourly' }));
    expect(faults).toEqual([]);
  });

  test('adds a webhook, sees its secret once, tries it and sees the call', async () => {
    const sink = await WebhookSink.open();
    const { page, faults } = await signedIn(site, 'instansi', '/kantor/webhook');
    await page.getByRole('button', { name: 'Tambah webhook' }).click();
    await page.getByLabel('Alamat').fill(sink.url);
    await page.getByRole('button', { name: 'Tambah webhook' }).last().click();
    const secret = await page.getByTestId('secret').innerText();
    expect(secret).toMatch(/^whsec_/);
    // In the card of what was made, under the cursor.
    await page.locator('[data-made] button:focus').waitFor();
    await page.getByRole('button', { name: 'Coba panggil' }).click();
    await page.getByText('Panggilan', { exact: true }).click();
    await page.getByText('Terkirim').first().waitFor();
    await page.reload();
    await page.getByText('Coba panggil').waitFor();
    expect(await page.getByTestId('secret').count()).toBe(0);
    expect(faults).toEqual([]);
    await sink.close();
  });

  test('changes the own password, which signs out elsewhere', async () => {
    const here = await signedIn(site, 'upt2', '/kantor/sandi');
    const there = await signedIn(site, 'upt2', '/kantor');
    await here.page.getByLabel('Kata sandi sekarang').fill('salah');
    await here.page.getByLabel('Kata sandi baru', { exact: true }).fill('kata sandi yang panjang');
    await here.page.getByLabel('Ulangi kata sandi baru').fill('kata sandi yang panjang');
    await here.page.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await here.page.getByText('Kata sandi yang sekarang salah').waitFor();
    await here.page.getByLabel('Kata sandi sekarang').fill('demo');
    await here.page.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await here.page.getByText('Kata sandi diganti').first().waitFor();
    await there.page.reload();
    await there.page.getByRole('heading', { name: 'Masuk petugas' }).waitFor();
    await here.page.reload();
    await here.page.getByRole('heading', { name: 'Akun saya' }).waitFor();
  });
});
