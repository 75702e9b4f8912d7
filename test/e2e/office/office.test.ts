// An officer's day at the console, in a real browser before the real API, engine and database.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialog, doneNotice, focusedRow, rowOf, sendNow } from '../../support/console/office.ts';
import { twice, watchLine } from '../../support/console/watched/line.ts';
import { signedIn } from '../../support/console/signed-in.ts';
import { openSite, type Site } from '../../support/console/site.ts';
import { listen } from '../../support/console/watched/spoken.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite();
  await site.api.sql`
    insert into users (username, name, password_hash, role, office_id)
    select 'eselon1c', 'Edi Gunawan', password_hash, 'admin', office_id from users where username = 'eselon1'`;
});
afterAll(() => site?.close());

const toAgency = { agencyId: 'kementerian-contoh' };

describe('by keyboard alone', () => {
  test('through an inbox: receive, verify with disposition, return, and on to the next', async () => {
    const titles = ['Satu', 'Dua', 'Tiga'];
    const reports = [];
    for (const title of titles)
      reports.push(await site.api.report({ ...toAgency, title: `Laporan ${title}` }));
    const [first, second, third] = reports as [(typeof reports)[0], (typeof reports)[0], (typeof reports)[0]];
    const { page, faults } = await signedIn(site, 'instansi');
    const spoken = await listen(page);
    const line = await watchLine(page);
    // What has just changed is asked for again, as it should.
    await page.waitForTimeout(2_500);
    await page.goto('/kantor');
    await rowOf(page, third.number).waitFor();
    await page.waitForTimeout(600);
    expect(twice(line.take())).toEqual([]);
    await spoken();
    const press = (...keys: string[]) =>
      keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());

    // Keys work at once: the first row has the focus.
    await expect.poll(() => focusedRow(page)).toBe(first.number);
    await press('j', 'k');
    expect(await focusedRow(page)).toBe(first.number);
    await press('t', 'Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => focusedRow(page)).toBe(first.number);
    await press('j', 'j', 'j');
    expect(await focusedRow(page)).toBe(third.number);
    await press('k', 'k');

    await press('t');
    await dialog(page).getByText('Selanjutnya').waitFor();
    await press('Enter');
    await doneNotice(page).getByText(`${first.number} diterima.`).waitFor();
    expect((await first.seenBy('instansi')).body.step).toBe(4);
    // Still the agency's turn on this report: the focus stays there.
    await expect.poll(() => focusedRow(page)).toBe(first.number);

    await press('v');
    await dialog(page).getByLabel('Sekaligus disposisikan').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('pelayanan');
    await page.locator('[role=option][data-active]').waitFor();
    await press('Enter', 'Control+Enter');
    await doneNotice(page).getByText('didisposisikan ke Direktorat Jenderal Pelayanan').waitFor();
    expect((await first.seenBy('instansi')).body).toMatchObject({
      step: 6,
      holder: { id: 'ditjen-pelayanan' },
    });
    await rowOf(page, first.number).waitFor({ state: 'detached' });
    await expect.poll(() => focusedRow(page)).toBe(second.number);

    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Laporan Dua' }).waitFor();
    await page.getByRole('button', { name: 'Terima' }).waitFor();
    await press('t');
    await page.getByText('Selanjutnya:').waitFor();
    await press('Enter');
    await page.getByRole('button', { name: 'Kembalikan' }).waitFor();
    await press('b');
    await page.getByLabel('Alasan (dibaca kantor, tidak oleh pelapor)').waitFor();
    await press('Control+Enter');
    await page.getByText('Wajib diisi').waitFor();
    await page.keyboard.type('Bukan kewenangan kementerian kami.');
    await press('Control+Enter');
    // Returned: on to the next report of the inbox, with what was done.
    await page.getByRole('heading', { level: 1, name: 'Laporan Tiga' }).waitFor();
    expect(await doneNotice(page).innerText()).toContain(`${second.number} dikembalikan.`);
    expect((await second.seenBy('nasional')).body).toMatchObject({ step: 2, holder: { level: 'national' } });
    // Four decisions: forty are a megabyte at most, and what was done is said once, not what is on the screen anyway.
    await page.waitForTimeout(600);
    const asked = line.take();
    const bytes = asked.reduce((sum, one) => sum + one.bytes, 0);
    expect([bytes, asked]).toEqual([expect.toSatisfy((sum: number) => sum < 4 * 25_000), asked]);
    const said = await spoken();
    expect(said.length).toBeLessThanOrEqual(8);

    await press('?');
    await dialog(page).getByText('Pintasan papan tik').waitFor();
    await press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await press('u');
    await page.getByRole('heading', { level: 1, name: 'Kotak kerja' }).waitFor();
    await expect.poll(() => focusedRow(page)).toBe(third.number);

    // The budget of triage: from what has just come in to the office that is to do it, by six keys, Ctrl not counted.
    await page.evaluate(
      `globalThis.keys = []; addEventListener('keydown', ({ key }) => key === 'Control' || keys.push(key), true)`,
    );
    await press('t');
    await dialog(page).getByText('Selanjutnya').waitFor();
    await press('Enter');
    await doneNotice(page).getByText(`${third.number} diterima.`).waitFor();
    await expect.poll(() => focusedRow(page)).toBe(third.number);
    await press('v');
    const office = dialog(page).getByRole('option', { name: 'Direktorat Jenderal Pelayanan' });
    await press(await office.locator('kbd').innerText());
    await office.waitFor({ state: 'detached' });
    await press('Control+Enter');
    await doneNotice(page).getByText('didisposisikan ke Direktorat Jenderal Pelayanan').waitFor();
    expect((await third.seenBy('instansi')).body.holder.id).toBe('ditjen-pelayanan');
    const keys = await page.evaluate<string[]>('keys');
    expect([keys, keys.length <= 6]).toEqual([keys, true]);
    expect(faults).toEqual([]);
  });

  test('back in the inbox, the focus is on the row one came from, or on its neighbour when that one has left', async () => {
    const reports = [];
    for (const title of ['Kiri', 'Tengah', 'Kanan'])
      reports.push(await site.api.report({ ...toAgency, title }));
    const [left, middle, right] = reports as [(typeof reports)[0], (typeof reports)[0], (typeof reports)[0]];
    const { page, faults } = await signedIn(site, 'instansi', '/kantor');
    const open = async () => {
      await rowOf(page, middle.number).getByRole('link').click();
      await page.getByRole('heading', { level: 1, name: 'Tengah' }).waitFor();
    };
    const ways = {
      'the key u': () => page.keyboard.press('u'),
      Back: () => page.goBack(),
      'the link': () => page.getByRole('link', { name: 'Kotak kerja' }).last().click(),
    };
    for (const [way, back] of Object.entries(ways)) {
      await open();
      await back();
      await expect.poll(async () => [way, await focusedRow(page)]).toEqual([way, middle.number]);
    }
    await page.keyboard.press('j');
    expect(await focusedRow(page)).toBe(right.number);

    // Somebody else decides it while one reads it.
    await open();
    await middle.decide('instansi', { action: 'receive' });
    await middle.decide('instansi', { action: 'return', reason: 'Bukan kewenangan kami.' });
    await page.getByText('Laporan ini sedang dipegang Admin Nasional').waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => focusedRow(page)).toBe(right.number);
    // And while the focus is on its row.
    await right.decide('instansi', { action: 'receive' });
    await right.decide('instansi', { action: 'return', reason: 'Bukan kewenangan kami.' });
    // The pointer is over the list, where nothing moves: what has gone says so, and goes with the pointer.
    await rowOf(page, right.number).getByText('sudah tidak di daftar ini').waitFor();
    await page.mouse.move(0, 0);
    await rowOf(page, right.number).waitFor({ state: 'detached' });
    await expect.poll(() => focusedRow(page)).toBe(left.number);

    // Not from a field that one types in.
    await page.getByLabel('Cari nomor atau kata').pressSequentially('tidakada');
    await page.getByText('Tidak ada yang cocok').waitFor();
    await page.getByLabel('Cari nomor atau kata').fill('');
    await rowOf(page, left.number).waitFor();
    expect(await focusedRow(page)).toBeUndefined();
    expect(faults).toEqual([]);
  });

  test('the shortcuts can be switched off, and do nothing while one types', async () => {
    const report = await site.api.report({ ...toAgency, title: 'Tanpa pintasan' });
    const { page } = await signedIn(site, 'instansi', '/kantor');
    await rowOf(page, report.number).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('tanpa j t x');
    expect(await dialog(page).count()).toBe(0);
    await page.getByLabel('Cari nomor atau kata').fill('Tanpa pintasan');
    await expect.poll(() => page.url()).toContain('q=Tanpa');
    await page.getByRole('button', { name: 'Pintasan papan tik' }).click();
    // A dialog takes the focus a moment after it shows: a key before that would close it.
    await dialog(page).locator(':focus').waitFor();
    const shortcuts = dialog(page).getByRole('switch', { name: 'Pakai pintasan satu tombol' });
    await shortcuts.press('Space');
    await expect.poll(() => shortcuts.isChecked()).toBe(false);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    expect(await focusedRow(page)).toBeUndefined();
  });
});

describe('deciding', () => {
  test('answers from a template that was written here', async () => {
    const report = await (await site.api.report({ title: 'Antrean panjang' })).toRow8();
    const { page, faults } = await signedIn(site, 'eselon1', '/kantor/templat');
    await page.getByRole('button', { name: 'Templat baru' }).click();
    await dialog(page).getByLabel('Judul').fill('Sudah selesai');
    await dialog(page).getByLabel('Teks').fill('Keluhan Saudara sudah kami selesaikan.');
    await dialog(page).getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { name: 'Sudah selesai' }).waitFor();
    // The new one is in sight, under the cursor.
    await page.locator('[data-made]', { hasText: 'Sudah selesai' }).locator('button:focus').waitFor();
    await page.goto(`/kantor/laporan/${report.number}`);
    await page.getByRole('button', { name: 'Jawab', exact: true }).click();
    await page.getByLabel('Pakai templat').selectOption({ label: 'Sudah selesai' });
    const text = page.getByLabel('Isi jawaban');
    expect(await text.inputValue()).toBe('Keluhan Saudara sudah kami selesaikan.');
    await page.getByText('ditutup sistem setelah 10 hari kerja').waitFor();
    // reading 32: what has too few letters is not sent, and says how many there are.
    await text.fill('Sudah - 123.');
    await page.getByText('5 dari paling sedikit 30 huruf').waitFor();
    await page.getByRole('button', { name: 'Jawab', exact: true }).click();
    await page.getByText('Paling sedikit 30 huruf; spasi, angka').waitFor();
    expect((await report.seenBy('eselon1')).body.answer).toBeNull();
    await text.fill('Keluhan Saudara sudah kami selesaikan.');
    await page.getByText('33 huruf', { exact: true }).waitFor();
    // What was typed survives a reload.
    await text.press('End');
    await text.pressSequentially(' Terima kasih.');
    await page.reload();
    await page.getByRole('button', { name: 'Jawab (ada draf)' }).click();
    expect(await text.inputValue()).toBe('Keluhan Saudara sudah kami selesaikan. Terima kasih.');
    // What the reporter will get, before they do.
    await page.getByText('Pratinjau: yang diterima pelapor').click();
    await page.getByText(`Perihal: Jawaban atas laporan ${report.number}`).waitFor();
    await page.getByText('> Keluhan Saudara sudah kami selesaikan. Terima kasih.').waitFor();
    await page.getByText(/^Draf tersimpan/).waitFor();
    // Another PC has it, too.
    const elsewhere = await signedIn(site, 'eselon1', `/kantor/laporan/${report.number}`);
    await elsewhere.page.getByRole('button', { name: 'Jawab (ada draf)' }).click();
    const there = elsewhere.page.getByLabel('Isi jawaban');
    expect(await there.inputValue()).toBe('Keluhan Saudara sudah kami selesaikan. Terima kasih.');
    await there.press('End');
    await there.pressSequentially(' Salam.');
    await elsewhere.page.getByText(/^Draf tersimpan/).waitFor();
    await elsewhere.page.context().close();
    await text.press('End');
    await text.pressSequentially(' Hormat kami.');
    await page.getByText('Draf ini sudah diubah atau dikirim dari jendela lain').waitFor();
    await page.getByText('selesaikan. Terima kasih. Salam.').waitFor();
    await page.getByRole('button', { name: 'Pakai yang di sini' }).click();
    await page.getByText(/^Draf tersimpan/).waitFor();
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await page
      .locator('form input[type=file]')
      .setInputFiles({ name: 'bukti.png', mimeType: 'image/png', buffer: png });
    // It stands by; taken back, it is a draft again.
    await page.getByRole('button', { name: 'Jawab', exact: true }).click();
    const standing = page.getByRole('region', { name: 'Menunggu dikirim' });
    await standing.getByText(/dikirim dalam \d+ detik/).waitFor();
    await page.reload();
    await page.getByText('Menunggu dikirim; selama itu masih dapat Anda tahan.').waitFor();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: 'Jawab (ada draf)' }).click();
    expect(await text.inputValue()).toBe('Keluhan Saudara sudah kami selesaikan. Terima kasih. Hormat kami.');
    expect((await report.followed()).body.answer).toBeNull();
    await page.getByRole('button', { name: 'Jawab', exact: true }).click();
    await sendNow(page);
    await doneNotice(page).getByText('dijawab secara substantif').waitFor();
    const { body } = await report.followed();
    expect(body.answer.text).toBe('Keluhan Saudara sudah kami selesaikan. Terima kasih. Hormat kami.');
    // What was said and done is one stream, with the file, seen whole.
    await page.getByRole('button', { name: 'Lihat bukti.png' }).click();
    await dialog(page).getByText('Foto 1 dari 1: bukti.png').waitFor();
    await page.keyboard.press('Escape');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Dijawab secara substantif' })
      .getByText('Hormat kami.')
      .waitFor();
    // But for what the other window had saved before.
    expect(faults.filter((fault) => !/409 .*\/drafts\/answer$/.test(fault))).toEqual([]);
  });

  test('what a colleague did meanwhile is shown, not overwritten; what was typed stays', async () => {
    const report = await (await site.api.report({ title: 'Dua petugas' })).toRow8();
    const { page } = await signedIn(site, 'eselon1');
    // Without the live connection the 409 tells.
    await page.route('**/v1/live*', (route) => route.abort());
    await page.goto(`/kantor/laporan/${report.number}`);
    await page.getByRole('button', { name: 'Jawab', exact: true }).click();
    await page.getByLabel('Isi jawaban').fill('Jawaban saya: semua sudah kami perbaiki.');
    const other = await report.decide('eselon1c', { action: 'respond', text: 'Kami cek ulang dulu.' });
    expect(other.status).toBe(200);
    await page.getByRole('button', { name: 'Jawab', exact: true }).click();
    const notice = page.getByText('Laporan ini berubah sejak Anda membukanya').locator('../..');
    await notice.getByText('Kami cek ulang dulu.').waitFor();
    expect(await notice.innerText()).toMatch(/Respon kepada pelapor.*Edi Gunawan/s);
    expect(await page.getByLabel('Isi jawaban').inputValue()).toBe(
      'Jawaban saya: semua sudah kami perbaiki.',
    );
    expect((await report.seenBy('eselon1')).body.answer).toBeNull();
    await page.getByRole('button', { name: 'Sudah saya baca, lanjutkan' }).click();
    await page.getByRole('button', { name: 'Jawab', exact: true }).click();
    // Also what they do while it stands by: it is a draft again, and says why.
    const standing = page.getByRole('region', { name: 'Menunggu dikirim' });
    await standing.getByRole('button', { name: 'Tahan' }).waitFor();
    await report.decide('eselon1c', { action: 'respond', text: 'Masih kami cek di lapangan.' });
    await standing.getByRole('button', { name: 'Kirim sekarang' }).click();
    await standing.getByText('tidak terkirim: Laporan sudah berubah').waitFor();
    await page.getByText('Masih kami cek di lapangan.').waitFor();
    await page.getByRole('button', { name: 'Jawab (ada draf)' }).click();
    await page.getByRole('button', { name: 'Jawab', exact: true }).click();
    await sendNow(page);
    await doneNotice(page).waitFor();
    expect((await report.seenBy('eselon1')).body.answer.text).toBe(
      'Jawaban saya: semua sudah kami perbaiki.',
    );
  });

  test('a second window sees it within two seconds, and that the decision is no longer open', async () => {
    const report = await (await site.api.report({ title: 'Dua jendela' })).toRow8();
    const path = `/kantor/laporan/${report.number}`;
    const [mine, theirs] = await Promise.all([
      signedIn(site, 'eselon1', path),
      signedIn(site, 'eselon1c', path),
    ]);
    await mine.page.getByText('Tersambung langsung').waitFor();
    const present = theirs.page.getByTestId('present');
    await present.getByText('sedang membaca').waitFor();
    await mine.page.getByRole('button', { name: 'Disposisi' }).click();
    await mine.page.getByLabel('Catatan untuk kantor tujuan').fill('Tolong segera.');
    await present.getByText('sedang menulis').waitFor();
    await theirs.page.getByRole('button', { name: 'Jawab', exact: true }).click();
    await theirs.page.getByLabel('Isi jawaban').fill('Lampu itu sudah selesai kami perbaiki.');
    await theirs.page.getByRole('button', { name: 'Jawab', exact: true }).click();
    await sendNow(theirs.page);
    const since = Date.now();
    await mine.page.getByText('Laporan ini berubah sejak Anda membukanya').waitFor();
    expect(Date.now() - since).toBeLessThan(2_000);
    await mine.page.getByText('tidak lagi terbuka').waitFor();
    expect(await mine.page.getByLabel('Catatan untuk kantor tujuan').inputValue()).toBe('Tolong segera.');
    // A colleague is named in a note: found by "@", chosen by keys, and told.
    await mine.page.getByLabel('Catatan baru').fill('Sudah saya cek, ');
    await mine.page.getByLabel('Catatan baru').press('End');
    await mine.page.keyboard.type('@edi');
    await mine.page
      .getByRole('option', { name: 'Edi Gunawan' })
      .and(mine.page.locator('[aria-selected=true]'))
      .waitFor();
    await mine.page.keyboard.press('Enter');
    await mine.page.keyboard.type('silakan ditutup.');
    await mine.page.getByRole('button', { name: 'Simpan catatan' }).click();
    await theirs.page.getByText('Sudah saya cek, @Edi Gunawan silakan ditutup.').waitFor();
    const { items } = (await site.api.as('eselon1c', 'GET', '/v1/notifications?unread=true')).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('mentioned');
    await mine.page.goto('/kantor/sandi');
    await present.getByText('sedang').waitFor({ state: 'detached' });
    expect([...mine.faults, ...theirs.faults]).toEqual([]);
  });

  test('to whom a report was handed is shown at once, and stays while the report is asked for again', async () => {
    const report = await (await site.api.report({ title: 'Diserahkan' })).toRow8();
    const { page, faults } = await signedIn(site, 'eselon1', `/kantor/laporan/${report.number}`);
    const hand = page.getByLabel('Ditangani oleh', { exact: true });
    await hand.getByText('Edi Gunawan').waitFor({ state: 'attached' });
    // All that the field says, paint by paint.
    await page.evaluate(`(() => {
      const named = ({ options }) => [...options].some(({ text }) => text === 'Edi Gunawan');
      const field = [...document.querySelectorAll('select')].find(named);
      window.said = [];
      (function look() {
        if (said.at(-1) !== field.value) said.push(field.value);
        requestAnimationFrame(look);
      })();
    })()`);
    let again = 0;
    await page.route(`**${report.path}`, async (route) => {
      await sleep(400);
      await route.continue();
      again += 1;
    });
    await hand.selectOption('Edi Gunawan');
    await expect.poll(async () => (await report.seenBy('eselon1')).body.assignee).toBe('eselon1c');
    await expect.poll(() => again).toBeGreaterThan(0);
    await page.waitForTimeout(300);
    expect(await page.evaluate('said')).toEqual(['', 'eselon1c']);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    expect(faults).toEqual([]);
  });

  test('a colleague’s decision on the open report costs what came of it, however long its record is', async () => {
    const description = Array.from({ length: 400 }, (_, n) => `lampu${(n * 7_919) % 1_000}`).join(' ');
    const report = await (await site.api.report({ title: 'Riwayat panjang', description })).toRow8();
    const asked = (n: number) => ({
      action: 'ask',
      text: `Pertanyaan ${n}: di sisi jalan yang mana tepatnya?`,
    });
    for (let n = 1; n <= 25; n += 1) await report.decide('eselon1', asked(n));
    const { page, faults } = await signedIn(site, 'eselon1', `/kantor/laporan/${report.number}`);
    const line = await watchLine(page);
    await page.getByText('Tersambung langsung').waitFor();
    await page.getByText('Pertanyaan 25').first().waitFor();
    await page.waitForTimeout(1_500);
    line.take();
    await report.decide('eselon1c', asked(26));
    await page.getByText('Pertanyaan 26').first().waitFor();
    await page.waitForTimeout(1_500);
    const taken = line.take().filter(({ what }) => !what.includes('/live'));
    const bytes = taken.reduce((sum, one) => sum + one.bytes, 0);
    expect([bytes, taken]).toEqual([expect.toSatisfy((sum: number) => sum < 10_000), taken]);
    expect(faults).toEqual([]);
  });

  test('on a slow line a form is there at once, and the focus stays where one is when the rest has come', async () => {
    const report = await (await site.api.report({ title: 'Jaringan lambat' })).toRow8();
    const { page, faults } = await signedIn(site, 'eselon1');
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/\/(events|offices)(\?|$)/, async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(`/kantor/laporan/${report.number}`);
    await page.getByRole('button', { name: 'Disposisi' }).click();
    const office = page.getByRole('combobox', { name: 'Kantor tujuan' });
    expect(await office.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    const options = page.getByRole('listbox', { name: 'Kantor tujuan' });
    // Nothing to choose from yet is no list.
    await page.locator('[data-list]').getByText('Memuat …').waitFor();
    expect(await options.count()).toBe(0);
    const remark = page.getByLabel('Catatan untuk kantor tujuan');
    await remark.focus();
    await page.keyboard.type('Mohon ');
    arrive();
    // On a slow machine it was said aloud, too, and what is said stays in its region.
    const waiting = page.locator('[data-list], [data-page]').filter({ hasText: 'Memuat …' });
    await expect.poll(() => waiting.count()).toBe(0);
    await page.keyboard.type('segera.');
    expect(await remark.inputValue()).toBe('Mohon segera.');
    await office.click();
    await options.getByRole('option', { name: 'UPT', exact: false }).first().click();
    await page.getByRole('button', { name: 'Disposisi' }).click();
    await doneNotice(page).getByText('didisposisikan ke').waitFor();
    expect(faults).toEqual([]);
  });

  test('an answer that got lost on the way is uncertain; sent again it is done once', async () => {
    const report = await site.api.report({ ...toAgency, title: 'Jawaban hilang' });
    const { page } = await signedIn(site, 'instansi', `/kantor/laporan/${report.number}`);
    await page.getByRole('button', { name: 'Terima' }).click();
    await page.getByText('Selanjutnya:').waitFor();
    const keys: (string | undefined)[] = [];
    await page.route('**/decisions', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      // The API takes the first one, and its answer does not arrive.
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: 'Terima' }).click();
    await page.getByText('Belum pasti apakah keputusan ini sudah tercatat').waitFor();
    await page.getByRole('button', { name: 'Terima: kirim lagi' }).click();
    await doneNotice(page).getByText('diterima').waitFor();
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    const received = (await report.events()).filter(({ type }) => type === 'received');
    expect(received).toHaveLength(1);
  });
});
