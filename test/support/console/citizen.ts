// What a citizen does in the console.
import type { Page } from 'playwright-core';

/** A picture of one point, as a phone would send it. */
export const picture = {
  name: 'lubang.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

export const typed = {
  title: 'Jalan berlubang di depan pasar',
  description: 'Sudah tiga bulan.\nTiga orang jatuh.',
  name: 'Siti Rahmawati',
};

/** The least that can be sent, on one page. */
export async function fillForm(page: Page, title = typed.title): Promise<void> {
  await page.getByRole('radio', { name: 'Pengaduan' }).check();
  await page.getByLabel('Judul').fill(title);
  await page.getByLabel('Isi laporan').fill(typed.description);
  await page.getByLabel('Nama lengkap').fill(typed.name);
}

/** The next step, once its question is there. */
async function goOn(page: Page, question: string): Promise<void> {
  await page.getByRole('button', { name: 'Lanjut', exact: true }).click();
  await page.getByRole('heading', { name: question, level: 1 }).waitFor();
}

/** The least that can be sent from a phone, one thing at a time, up to the page that shows it all. */
export async function walkForm(page: Page, title = typed.title): Promise<void> {
  await page.getByRole('radio', { name: 'Pengaduan' }).check();
  await goOn(page, 'Ceritakan');
  await page.getByLabel('Judul').fill(title);
  await page.getByLabel('Isi laporan').fill(typed.description);
  await goOn(page, 'Di mana dan kapan?');
  await goOn(page, 'Tentang apa, dan untuk siapa?');
  await goOn(page, 'Siapa yang boleh melihat?');
  await goOn(page, 'Tentang Anda');
  await page.getByLabel('Nama lengkap').fill(typed.name);
  await goOn(page, 'Lampiran (tidak wajib)');
  await goOn(page, 'Periksa sebelum mengirim');
}

export const submit = (page: Page) => page.getByRole('button', { name: 'Kirim laporan' });

/** What nothing brings back is asked once more. */
export async function closeReport(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Saya puas' }).check();
  await page.getByRole('button', { name: 'Tutup laporan', exact: true }).click();
  await page.getByRole('button', { name: 'Ya, tutup laporan' }).click();
}

/** Number and access key, as the receipt shows them. */
export async function readReceipt(page: Page): Promise<{ number: string; key: string }> {
  await page.getByRole('heading', { name: 'Laporan Anda terdaftar' }).waitFor();
  return {
    number: (await page.getByTestId('number').textContent()) ?? '',
    key: (await page.getByTestId('access-key').textContent()) ?? '',
  };
}

/** Presses Tab until the element has the focus. Throws when it does not get there. */
export async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await wanted.waitFor();
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`Tab does not reach ${role} "${name}".`);
}
