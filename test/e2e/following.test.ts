// A citizen follows a report in a browser, and says what the reporter may say.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyCodeOf } from '../../db/people/access-keys.ts';
import { attachmentsOf } from '../../db/attachments/attachments.ts';
import { signConfirmation } from '../../db/people/contact-address.ts';
import { contactKey } from '../../db/secrets/secrets.ts';
import { axe, desktop, phone, visit } from '../support/console/browser.ts';
import { closeReport, picture } from '../support/console/citizen.ts';
import { takePhoto } from '../support/console/photo.ts';
import { signedIn } from '../support/console/signed-in.ts';
import { png } from '../support/files/files.ts';
import { formOf } from '../support/files/uploads.ts';
import { readSquare } from '../support/console/square.ts';
import { openSite, type Site } from '../support/console/site.ts';
import type { Driven } from '../support/api.ts';
import { goodAnswer } from '../support/said.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite({ mailing: true });
});
afterAll(() => site.close());

/** An instant as people in WIB read it. */
const wib = (at: string) =>
  `${new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' }).format(new Date(at))} WIB`;

/** On the report's page, by number and key. */
async function follow(report: Driven, options = {}) {
  const visited = await visit(site.browser, site.base, options);
  const { page } = visited;
  await page.goto('/ikuti');
  await page.getByLabel('Nomor laporan').fill(report.number.toLowerCase());
  await page.getByLabel('Kunci akses').fill(report.key.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Buka laporan' }).click();
  await page.getByRole('heading', { name: 'Keadaan sekarang' }).waitFor();
  return visited;
}

test('the page changes by itself until the reporter confirms', async () => {
  const report = await site.api.report({ title: 'Lampu jalan padam' });
  const { page, faults } = await follow(report, { viewport: phone });
  await page.getByText('Tersambung langsung').waitFor();
  await page.getByText('Ditangani oleh Admin Nasional SP4N-LAPOR!').waitFor();
  await page.getByText(/Langkah berikutnya dari Admin Nasional SP4N-LAPOR! paling lambat \d/).waitFor();
  await report.toRow8();
  await page.getByText('Sedang kami periksa.').first().waitFor();
  await page.getByText('Ditangani oleh Direktorat Jenderal Pelayanan').waitFor();
  await page.getByText(/Jawaban paling lambat \d/).waitFor();
  await report.decide('eselon1', { action: 'answer', text: 'Lampu di jalan itu sudah kami ganti baru.' });
  await page.getByRole('heading', { name: 'Jawaban' }).waitFor();
  const { closesAt } = (await report.followed()).body;
  await page.getByText(`laporan ditutup ${wib(closesAt)}`).waitFor();
  await closeReport(page);
  await page.getByText('Anda menutupnya dengan konfirmasi.').waitFor();
  expect((await report.followed()).body.status).toBe('closed');
  expect(await page.getByRole('button', { name: 'Tambah lampiran' }).count()).toBe(0);
  expect(faults).toEqual([]);
});

test('completes, then objects, with a text that outlives a reload', async () => {
  const report = await site.api.report({ title: 'Kurang lengkap' });
  await report.decide('nasional', { action: 'request-completion', reason: 'Mohon sebutkan tanggalnya.' });
  const { page } = await follow(report);
  await page.getByText('Mohon sebutkan tanggalnya.').first().waitFor();
  await page.getByRole('button', { name: 'Kirim kelengkapan', exact: true }).click();
  await page.getByText('Tulis sesuatu dulu').waitFor();
  await page.locator('textarea:focus').waitFor();
  await page.getByLabel('Tulisan Anda').fill('Kejadiannya 3 November.');
  await page.reload();
  expect(await page.getByLabel('Tulisan Anda').inputValue()).toBe('Kejadiannya 3 November.');
  // What is asked for goes with the words.
  await page.locator('form input[type=file]').setInputFiles([picture]);
  await page.getByRole('button', { name: 'Buang lubang.png' }).waitFor();
  // A photo is made small, unless every detail counts.
  const photo = { name: 'bukti.jpg', mimeType: 'image/jpeg', buffer: await takePhoto(page) };
  await page.locator('form input[type=file]').setInputFiles([photo]);
  await page.getByText('diperkecil dari').waitFor();
  await page.getByRole('button', { name: 'Pakai aslinya bukti.jpg' }).click();
  await page.getByText('diperkecil dari').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Kirim kelengkapan', exact: true }).click();
  await page.getByText('Anda melengkapi laporan').waitFor();
  await page.getByRole('button', { name: 'Unduh lubang.png' }).waitFor();
  await page.getByRole('button', { name: 'Unduh bukti.jpg' }).waitFor();
  const files = await attachmentsOf(site.api.sql, report.number, true);
  expect(files.find(({ name }) => name === 'bukti.jpg')?.bytes).toBe(photo.buffer.length);
  await report.toRow8();
  await report.decide('eselon1', { action: 'answer', text: goodAnswer });
  await page.getByRole('radio', { name: 'Ajukan keberatan' }).check();
  await page.getByLabel('Tulisan Anda').fill('Belum sama sekali.');
  await page.getByRole('button', { name: 'Ajukan keberatan', exact: true }).click();
  await page.getByText('Anda mengajukan keberatan').waitFor();
  await page.getByText('Tanggapan Anda sudah diterima').waitFor();
  await page.getByText(/Tanggapan atas keberatan Anda paling lambat \d/).waitFor();
  await page.getByRole('heading', { name: 'Jawaban sebelumnya' }).waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('now');
  expect((await report.followed()).body.status).toBe('in-process');
});

test('a rejection: an objection is not sent as a message by mistake; the final one says who is left', async () => {
  const report = await site.api.report({ title: 'Bukan iklan', confidentiality: 'rahasia' });
  const reject = () => report.decide('nasional', { action: 'reject', reason: 'Iklan.' });
  await reject();
  const { page } = await follow(report, { viewport: phone });
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await page.getByText('Pilih salah satu').waitFor();
  await page.getByRole('radio', { name: 'Ajukan keberatan' }).check();
  await page.getByLabel('Tulisan Anda').fill('Ini tentang loket 3.');
  await page.getByRole('button', { name: 'Ajukan keberatan', exact: true }).click();
  await page.getByText('Anda mengajukan keberatan').waitFor();
  await reject();
  await page.getByText('Penolakan ini sudah tetap.').waitFor();
  await page.getByText('Ombudsman Republik Indonesia').waitFor();
});

test('what an office corrected stands on the page; the button that ends the report says so', async () => {
  const report = await site.api.report({ title: 'Salah tempat' });
  const changes = { place: 'Jalan Melati 7, Bandung', happenedOn: '2026-11-03' };
  await report.decide('nasional', { action: 'correct', reason: 'Disebut dalam lampiran.', changes });
  const { page } = await follow(report);
  await page.getByText('Tempat kejadian: Jalan Melati 7, Bandung').waitFor();
  await page.getByText('Tanggal kejadian: 3 November 2026').waitFor();
  await page.getByRole('radio', { name: 'Tarik laporan' }).check();
  await page.getByRole('button', { name: 'Tarik laporan' }).click();
  // Asked once more, and left.
  await page.getByRole('button', { name: 'Ya, tarik laporan' }).and(page.locator(':focus')).waitFor();
  await page.getByRole('button', { name: 'Batal' }).click();
  expect((await report.followed()).body.status).toBe('in-process');
  await page.getByRole('button', { name: 'Tarik laporan' }).and(page.locator(':focus')).click();
  await page.getByRole('button', { name: 'Ya, tarik laporan' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ya, tarik laporan' }).click();
  await page.getByText('Anda menarik laporan ini').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('You withdrew the report').waitFor();
});

test('a link and a square open it; the phone remembers it where that is wished, and forgets', async () => {
  const report = await site.api.report({ title: 'Selokan tersumbat' });
  const { page, faults } = await visit(site.browser, site.base, { viewport: phone });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`/ikuti/${report.number}#${report.key}`);
  await page.getByRole('heading', { name: 'Selokan tersumbat' }).waitFor();
  // The key is in no address that is sent, shown or kept.
  expect(page.url()).toBe(`${site.base}/ikuti/${report.number}`);
  expect(asked.filter((url) => url.includes(report.key))).toEqual([]);
  const square = await readSquare(page, `Kode QR yang membuka laporan ${report.number}`);
  expect(square).toBe(`${site.base}/ikuti/${report.number}#${report.key}`);
  const share = page.getByRole('link', { name: /^Bagikan lewat WhatsApp/ });
  const shared = async () => decodeURIComponent((await share.getAttribute('href')) ?? '');
  expect(await share.textContent()).toContain('tanpa kunci');
  expect(await shared()).toContain(`${site.base}/ikuti/${report.number} `);
  await page.getByRole('checkbox', { name: 'Sertakan kunci dalam tautan' }).check();
  expect(await share.textContent()).toContain('dengan kunci');
  expect(await shared()).toContain(`#${report.key} `);
  const photo = await page
    .getByRole('img', { name: /^Kode QR/ })
    .locator('xpath=..')
    .screenshot();
  expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(report.key);
  await page.getByRole('checkbox', { name: 'Ingat di ponsel ini' }).check();
  expect(await axe(page)).toEqual([]);
  const later = await page.context().newPage();
  await later.goto('/ikuti');
  const mine = later.getByRole('region', { name: 'Laporan saya' });
  await mine.getByText('Selokan tersumbat').waitFor();
  expect(await axe(later)).toEqual([]);
  await mine.getByRole('link', { name: /Selokan tersumbat/ }).click();
  await later.getByRole('heading', { name: 'Keadaan sekarang' }).waitFor();
  await later.goto('/ikuti');
  await mine.getByRole('button', { name: 'Lupakan semua' }).click();
  await mine.waitFor({ state: 'detached' });
  expect(await later.evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])')).not.toContain(
    report.key,
  );
  // A picture of the receipt: read here, and sent nowhere.
  const sent: string[] = [];
  later.on('request', (request) => sent.push(request.method()));
  const choose = (buffer: Buffer) =>
    later.locator('input[type=file]').setInputFiles([{ name: 'foto.png', mimeType: 'image/png', buffer }]);
  await choose(picture.buffer);
  await later.getByText('Tidak ada kode QR yang terbaca dalam foto ini').waitFor();
  expect(await axe(later)).toEqual([]);
  await choose(photo);
  await later.getByText('Nomor dan kunci terisi dari foto').waitFor();
  expect(await later.getByLabel('Nomor laporan').inputValue()).toBe(report.number);
  expect(await later.getByLabel('Kunci akses').inputValue()).toBe(report.key);
  expect(sent.filter((method) => method !== 'GET')).toEqual([]);
  for (const field of ['Nomor laporan', 'Kunci akses']) await later.getByLabel(field).fill('');
  // Pasted as it was copied, with letters that look like digits, into one field.
  const mistaken = report.key.replaceAll('O', '0').replaceAll('I', '1').replaceAll('B', '8');
  const pasted = `Nomor laporan: ${report.number.toLowerCase().replaceAll('0', 'o')}\nKunci akses: ${mistaken}`;
  await later.getByLabel('Kunci akses').focus();
  await later.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(pasted)});
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  })()`);
  expect(await later.getByLabel('Nomor laporan').inputValue()).toBe(report.number);
  await later.getByRole('button', { name: 'Buka laporan' }).click();
  await later.getByRole('heading', { name: 'Keadaan sekarang' }).waitFor();
  expect(faults).toEqual([]);
});

test('a wrong key opens nothing; the right one is kept for the tab only', async () => {
  const report = await site.api.report({ title: 'Kunci' });
  const { page } = await visit(site.browser, site.base);
  await page.goto(`/ikuti/${report.number}`);
  await page.getByLabel('Kunci akses').fill('AAAA-BBBB');
  await page.getByRole('button', { name: 'Buka laporan' }).click();
  await page.getByText('Nomor dan kunci ini tidak cocok').waitFor();
  await page.getByLabel('Kunci akses').fill(report.key);
  await page.getByRole('button', { name: 'Buka laporan' }).click();
  await page.getByRole('heading', { name: 'Kunci', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Kunci', exact: true }).waitFor();
  expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(report.key);
  const other = await page.context().newPage();
  await other.goto(`/ikuti/${report.number}`);
  await other.getByLabel('Kunci akses').waitFor();
  await page.getByRole('button', { name: 'Tutup dan lupakan kunci' }).click();
  expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain(report.key);
});

test('two reports in one tab keep a key each; what another tab did meanwhile loses no text', async () => {
  const [first, second] = [
    await (await site.api.report({ title: 'Pertama' })).toRow8(),
    await site.api.report({ title: 'Kedua' }),
  ];
  await first.decide('eselon1', { action: 'answer', text: goodAnswer });
  const { page } = await follow(first);
  await page.getByRole('link', { name: 'Ikuti laporan' }).click();
  await page.getByLabel('Nomor laporan').fill(second.number);
  await page.getByLabel('Kunci akses').fill(second.key);
  await page.getByRole('button', { name: 'Buka laporan' }).click();
  await page.getByRole('heading', { name: 'Kedua', exact: true }).waitFor();
  await page.goBack();
  await page.goBack();
  await page.getByRole('heading', { name: 'Pertama', exact: true }).waitFor();
  await page.getByText('Tersambung langsung').waitFor();
  // Twice in another tab: then no more.
  await first.reply({ type: 'objection', text: 'Belum.' });
  await first.decide('eselon1', { action: 'answer', text: goodAnswer });
  await first.reply({ type: 'objection', text: 'Masih belum.' });
  // Upward, to the office above who answered (reading 23).
  await first.decide('instansi', { action: 'accept', officeId: 'ditjen-pelayanan' });
  for (const action of ['receive', 'accept']) await first.decide('eselon1', { action });
  await first.decide('eselon1', { action: 'answer', text: goodAnswer });
  await page.getByText('Batas jumlah keberatan sudah tercapai').waitFor();
  await page.getByRole('radio', { name: 'Balas' }).check();
  await page.getByLabel('Tulisan Anda').fill('Kapan selesai?');
  await first.reply({ type: 'confirmation' });
  await page.getByText('Tulisan Anda tidak terkirim').waitFor();
  await page.getByText('Kapan selesai?').waitFor();
});

test('without the live stream the page asks again by itself', async () => {
  const report = await site.api.report({ title: 'Tanpa aliran' });
  const { page } = await visit(site.browser, site.base);
  await page.route('**/live', (route) => route.abort());
  await page.goto(`/ikuti/${report.number}`);
  await page.getByLabel('Kunci akses').fill(report.key);
  await page.getByRole('button', { name: 'Buka laporan' }).click();
  await page.getByText('Terputus', { exact: true }).waitFor();
  await report.toRow8();
  await page.getByText('Sedang kami periksa.').first().waitFor({ timeout: 40_000 });
});

test('adds a file and saves it again', async () => {
  const report = await site.api.report({ title: 'Berkas' });
  const { page, faults } = await follow(report);
  await page.getByRole('region', { name: 'Lampiran' }).locator('input[type=file]').setInputFiles([picture]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh lubang.png' }).click();
  expect((await download).suggestedFilename()).toBe('lubang.png');
  expect(faults).toEqual([]);
});

test('takes along what is theirs, and is nobody any more once it has ended', async () => {
  const report = await site.api.report({ title: 'Rumah Rahmawati kebanjiran' });
  await report.reply({ type: 'withdrawal' });
  const { page, faults } = await follow(report);
  await page.getByLabel('Surel atau telepon yang Anda berikan').fill('0812 0000 111');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh data saya' }).click();
  expect((await download).suggestedFilename()).toBe(`${report.number}.json`);
  await page.getByLabel(`Tulis ${report.number} untuk menghapus`).fill(report.number.toLowerCase());
  await page.getByRole('button', { name: 'Hapus untuk selamanya' }).click();
  await page.getByText('Identitas Anda sudah dihapus').waitFor();
  await page.getByRole('heading', { name: 'Rumah [nama pelapor] kebanjiran' }).waitFor();
  await page.getByText('Belum ada kontak.').waitFor();
  expect((await report.seenBy('nasional')).body.reporter).toBeNull();
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('an address waits for a press: another link is asked for, looking confirms nothing, the press does', async () => {
  const email = 'menunggu@example.org';
  const report = await site.api.report({ title: 'Menunggu tekan', reporter: { name: 'Siti', email } });
  const confirmed = async () => (await report.followed()).body.emailConfirmed;
  const { page, faults } = await follow(report);
  await page.getByRole('button', { name: 'Kirim tautan lagi' }).click();
  await page.getByText('Tautan baru sedang dikirim').waitFor();
  const who = { who: 'reporter', subject: report.number } as const;
  await page.goto(`/konfirmasi#${signConfirmation(await contactKey(site.api.sql), who, email)}`);
  const press = page.getByRole('button', { name: 'Ya, ini alamat saya' });
  await press.waitFor();
  expect([await axe(page), await confirmed()]).toEqual([[], false]);
  await press.click();
  await page.getByText('Alamat surel sudah dikonfirmasi').waitFor();
  expect(await confirmed()).toBe(true);
  await page.getByRole('link', { name: report.number }).click();
  await page.getByRole('heading', { name: 'Keadaan sekarang' }).waitFor();
  await page.getByText('Alamat surel menunggu konfirmasi').waitFor({ state: 'detached' });
  // What else is mailed is chosen here, too.
  await page.getByRole('checkbox', { name: 'Batas waktu terlewati' }).check();
  await expect.poll(async () => (await report.followed()).body.updates).toEqual(['lateness']);
  await page.getByRole('radio', { name: 'English' }).check();
  await expect.poll(async () => (await report.followed()).body.language).toBe('en');
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('a lost key: asked for by number and address, made by the code; changed again where others know it', async () => {
  const email = 'hilang@example.org';
  const report = await site.api.report({ title: 'Selokan buntu', reporter: { name: 'Siti', email } });
  const { number } = report;
  await site.api.sql`update identities set email_confirmed_at = now() where number = ${number}`;
  const { page, faults } = await visit(site.browser, site.base, { viewport: phone });
  await page.goto('/ikuti');
  await page.getByRole('button', { name: 'Minta kunci baru' }).click();
  const form = page.locator('form', { has: page.getByLabel('Alamat surel pada laporan') });
  await form.getByRole('button', { name: 'Kirim kode' }).click();
  await expect.poll(() => form.getByText('Wajib diisi').count()).toBe(2);
  await form.getByLabel('Nomor laporan').fill(number.toLowerCase());
  await form.getByLabel('Alamat surel pada laporan').fill(email);
  await form.getByRole('button', { name: 'Kirim kode' }).click();
  await form.getByText('kodenya sudah dikirim').waitFor();
  expect(await axe(page)).toEqual([]);
  const [out] = await site.api.sql<{ id: number }[]>`select id from key_codes where number = ${number}`;
  const code = keyCodeOf(await contactKey(site.api.sql), out?.id ?? 0, email);
  for (const typed of ['0000 0000', code]) {
    await form.getByLabel('Kode dari surel').fill(typed);
    await form.getByRole('button', { name: 'Buat kunci baru' }).click();
    if (typed !== code) await form.getByText('Kode ini salah').waitFor();
  }
  const made = await page.getByTestId('new-key').textContent();
  await page.getByRole('button', { name: 'Buka laporan' }).last().click();
  await page.getByRole('heading', { name: 'Selokan buntu' }).waitFor();
  await page.getByText('Kunci akses baru diambil dengan kode').waitFor();

  // Whoever remembers it remembers it by the new one, and so do link and square.
  await page.getByRole('checkbox', { name: 'Ingat di ponsel ini' }).check();
  await page.getByRole('button', { name: 'Ganti kunci akses' }).click();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ya, ganti kuncinya' }).click();
  const next = (await page.getByTestId('new-key').textContent()) ?? '';
  expect([next === made, next.length]).toEqual([false, 32]);
  const square = () => readSquare(page, `Kode QR yang membuka laporan ${number}`);
  await expect.poll(square).toBe(`${site.base}/ikuti/${number}#${next}`);
  const later = await page.context().newPage();
  await later.goto(`/ikuti/${number}`);
  await later.getByText('Kunci akses diganti').waitFor();
  const kept = 'JSON.stringify([{ ...sessionStorage }, { ...localStorage }])';
  for (const each of [page, later]) expect(await each.evaluate(kept)).not.toContain(made);
  expect(faults.filter((fault) => !/ (422|503) /.test(fault))).toEqual([]);
});

test('in English, remembered', async () => {
  const report = await site.api.report({ title: 'Bahasa' });
  const { page, faults } = await follow(report);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Where it stands' }).waitFor();
  await page.reload();
  await page.getByText('Report accepted and passed on to Admin Nasional SP4N-LAPOR!').waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test.each([
  ['light', phone],
  ['dark', desktop],
] as const)('axe finds nothing on an answered report (%s)', async (colorScheme, viewport) => {
  const report = await (await site.api.report({ title: 'Dijawab' })).toRow8();
  await report.decide('eselon1', { action: 'answer', text: goodAnswer });
  const { page } = await follow(report, { colorScheme, viewport });
  await page.getByRole('radio', { name: 'Balas' }).check();
  expect(await axe(page)).toEqual([]);
});

test('who looked is read by the reporter and by a superior, and a file with a virus by nobody', async () => {
  const report = await (await site.api.report({ title: 'Siapa melihat' })).toRow8();
  const path = `${report.path}/attachments`;
  for (const [name, state] of Object.entries({ 'foto.png': 'found', 'denah.png': 'waiting' })) {
    const body = formOf(png(name), { name });
    const headers = { 'x-access-key': report.key };
    const sent = await fetch(new URL(path, site.base), { method: 'POST', headers, body });
    const { id } = (await sent.json()) as { id: string };
    await site.api.sql`
      insert into scans (attachment_id, number, state, settled_at)
      values (${id}, ${report.number}, ${state}, ${state === 'found' ? new Date() : null})`;
  }
  await report.seenBy('eselon1');
  const { page, faults } = await follow(report);
  await page.getByText('Mengandung virus, jadi tidak dapat dibuka siapa pun.').waitFor();
  await page.getByText('Sedang diperiksa dari virus').waitFor();
  const files = page.getByRole('region', { name: 'Lampiran' });
  expect(await files.getByRole('button', { name: /^Unduh/ }).count()).toBe(0);
  const looked = page.getByRole('region', { name: 'Siapa yang melihat data Anda' });
  await looked.getByRole('button', { name: 'Tampilkan' }).click();
  await looked.getByText('Direktorat Jenderal Pelayanan: Identitas Anda').waitFor();
  expect(await page.getByText('Eka Saputra').count()).toBe(0);
  expect(await axe(page)).toEqual([]);

  const superior = await signedIn(site, 'instansi', `/kantor/laporan/${report.number}`);
  await superior.page.getByText('Mengandung virus; tidak dapat dibuka siapa pun').waitFor();
  const looks = superior.page.getByRole('region', { name: 'Siapa yang melihat' });
  await looks.getByRole('button', { name: 'Tampilkan' }).click();
  await looks.getByRole('link', { name: 'Eka Saputra, Direktorat Jenderal Pelayanan' }).click();
  await superior.page.getByRole('rowheader', { name: report.number }).waitFor();
  await superior.page.getByRole('cell', { name: 'Identitas pelapor' }).first().waitFor();
  expect(await axe(superior.page)).toEqual([]);
  expect([...faults, ...superior.faults]).toEqual([]);
});
