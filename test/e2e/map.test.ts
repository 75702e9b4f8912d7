// A point on a map: by a tap and by keys alone, on an outline and on streets, and seen by who may know the reporter.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { personOf } from '../../db/people/identities.ts';
import { axe, desktop, phone, visit } from '../support/console/browser.ts';
import { fillForm, readReceipt, submit, tabTo, walkForm } from '../support/console/citizen.ts';
import { signedIn } from '../support/console/signed-in.ts';
import { openSite, type Site } from '../support/console/site.ts';
import { serveTiles } from '../support/servers/tile-server.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

const bandung = { latitude: -6.922, longitude: 107.607 };

/** As the page says it. */
async function pointOn(page: Page): Promise<{ latitude: number; longitude: number }> {
  const said = (await page.getByText(/^Titik: /).textContent()) ?? '';
  const [latitude = Number.NaN, longitude = Number.NaN] = [...said.matchAll(/-?\d+,\d{3}/g)].map(
    ([degrees]) => Number(degrees.replace(',', '.')),
  );
  return { latitude, longitude };
}

async function keptPoint(number: string) {
  return (await personOf(site.api.sql, number))?.person.point;
}

/** The middle of what is drawn there. */
async function middleOf(page: Page, what: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(what).boundingBox();
  if (!box) throw new Error(`${what} is not there.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('by a tap on the outline, then by keys and buttons; an officer finds it where it was put', async () => {
  const { page, faults } = await visit(site.browser, site.base, { reducedMotion: 'reduce' });
  await page.goto('/lapor');
  await fillForm(page, 'Lampu padam di alun-alun');
  await page.getByLabel('Provinsi', { exact: true }).selectOption('Provinsi Jawa Barat');
  await page.getByRole('button', { name: 'Tunjukkan di peta' }).click();
  const town = page.locator('svg g', { has: page.getByText('Bandung', { exact: true }) }).last();
  const dot = await town.locator('circle').boundingBox();
  await page.mouse.click((dot?.x ?? 0) + (dot?.width ?? 0) / 2, (dot?.y ?? 0) + (dot?.height ?? 0) / 2);
  await page.getByText('Di sekitar Bandung', { exact: true }).waitFor();
  const tapped = await pointOn(page);
  expect(Math.hypot(tapped.latitude - bandung.latitude, tapped.longitude - bandung.longitude)).toBeLessThan(
    0.02,
  );
  // The map has the focus since the tap.
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await pointOn(page)).latitude).toBeGreaterThan(tapped.latitude + 0.02);
  for (let nth = 0; nth < 8; nth += 1) await page.keyboard.press('+');
  const before = await pointOn(page);
  await page.getByRole('button', { name: 'Titik ke timur', exact: true }).click();
  const point = { ...before, longitude: Number((before.longitude + 0.001).toFixed(3)) };
  await expect.poll(() => pointOn(page)).toEqual(point);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axe(page)).toEqual([]);
  }
  await submit(page).click();
  const { number } = await readReceipt(page);
  expect(await keptPoint(number)).toEqual(point);
  expect(faults).toEqual([]);
  const { page: desk, faults: others } = await signedIn(site, 'nasional', `/kantor/laporan/${number}`);
  await desk.getByRole('button', { name: 'Lihat di peta' }).click();
  const seen = desk.getByRole('img', { name: /^Peta: tempat kejadian\. (Sekitar \d+ km dari|Di sekitar) / });
  await seen.waitFor();
  // The tip of the pin, within its border, is in the middle, where the map begins.
  const [pin, whole] = [await desk.locator('svg [data-point]').boundingBox(), await seen.boundingBox()];
  if (!pin || !whole) throw new Error('There is no pin.');
  expect(Math.abs(pin.x + pin.width / 2 - (whole.x + whole.width / 2))).toBeLessThan(2);
  expect(Math.abs(pin.y + pin.height - (whole.y + whole.height / 2))).toBeLessThan(6);
  await desk.getByRole('button', { name: 'Peta ke timur', exact: true }).click();
  await expect
    .poll(async () => (await desk.locator('svg [data-point]').boundingBox())?.x ?? pin.x)
    .toBeLessThan(pin.x - 20);
  // It is only looked at.
  await seen.click({ position: { x: 20, y: 20 } });
  expect(await axe(desk)).toEqual([]);
  expect(await keptPoint(number)).toEqual(point);
  expect(others).toEqual([]);
});

test('two fingers zoom, and put no point', async () => {
  const { page, faults } = await visit(site.browser, site.base, { hasTouch: true, reducedMotion: 'reduce' });
  await page.goto('/lapor');
  await page.getByRole('button', { name: 'Tunjukkan di peta' }).click();
  const map = page.getByRole('application', { name: 'Peta: tempat kejadian' });
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (!box) throw new Error('There is no map.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const hand = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...apart: number[]) =>
    hand.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: apart.flatMap((half) => [
        { id: 0, x: x - half, y },
        { id: 1, x: x + half, y },
      ]),
    });
  const scale = async () =>
    Number(/scale\(([\d.e-]+)\)/.exec((await map.locator('g').first().getAttribute('transform')) ?? '')?.[1]);
  const before = await scale();
  await touch('touchStart', 30);
  await touch('touchMove', 60);
  await expect.poll(scale).toBe(before * 2);
  await touch('touchMove', 25);
  await expect.poll(scale).toBe(before);
  await touch('touchEnd');
  expect(await page.getByText(/^Titik: /).count()).toBe(0);
  expect(faults).toEqual([]);
});

test('on a phone, one thing at a time, by keys alone; who may not know the reporter sees no point', async () => {
  const { page, faults } = await visit(site.browser, site.base, { viewport: phone, reducedMotion: 'reduce' });
  await page.goto('/lapor');
  await walkForm(page, 'Jembatan gantung rusak');
  await page.getByRole('link', { name: 'Ubah Siapa yang boleh melihat?' }).click();
  await page.getByRole('radio', { name: /^Anonim/ }).check();
  await page.getByRole('button', { name: 'Simpan dan periksa lagi' }).click();
  await page.getByRole('link', { name: 'Ubah Titik lokasi' }).click();
  await tabTo(page, 'button', 'Tunjukkan di peta');
  await page.keyboard.press('Enter');
  await tabTo(page, 'application', 'Peta: tempat kejadian');
  // Without a point the keys move the map, and Enter puts one in its middle.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.getByText(/^Titik: /).waitFor();
  const put = await pointOn(page);
  await page.keyboard.press('Delete');
  await page.getByText(/^Titik: /).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await pointOn(page)).longitude).toBeGreaterThan(put.longitude + 2);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(await axe(page)).toEqual([]);
  const point = await pointOn(page);
  await page.getByRole('button', { name: 'Simpan dan periksa lagi' }).click();
  await page.locator('dd').getByText(`${point.latitude}, ${point.longitude}`, { exact: true }).waitFor();
  await submit(page).click();
  const { number } = await readReceipt(page);
  expect(await keptPoint(number)).toEqual(point);
  await site.api.as('nasional', 'POST', `/v1/complaints/${number}/decisions`, {
    action: 'dispose',
    officeId: 'kementerian-contoh',
  });
  const { page: desk } = await signedIn(site, 'instansi', `/kantor/laporan/${number}`);
  await desk.getByText('Disembunyikan').first().waitFor();
  expect(await desk.getByRole('button', { name: 'Lihat di peta' }).count()).toBe(0);
  expect(faults).toEqual([]);
});

test('streets lie under the same map where ops set a server of tiles', async () => {
  const tiles = await serveTiles([12, 200, 34]);
  onTestFinished(() => tiles.close());
  const mapTiles = { url: tiles.url, attribution: '© Peta Contoh' };
  const other = await site.api.replica({ mapTiles, webDir: inject('consoleDir') });
  onTestFinished(() => other.close());
  const base = await other.listen({ port: 0, host: '127.0.0.1' });
  const { page, faults } = await visit(site.browser, base, { viewport: desktop, reducedMotion: 'reduce' });
  await page.goto('/lapor');
  await page.getByLabel('Provinsi', { exact: true }).selectOption('Provinsi Jawa Barat');
  await page.getByRole('button', { name: 'Tunjukkan di peta' }).click();
  await page
    .getByText(`Jalan: © Peta Contoh. Gambar jalan datang dari ${new URL(tiles.origin).host}`)
    .waitFor();
  const { x, y } = await middleOf(page, '[role=application]');
  /** What is painted beside the middle. */
  const colour = async () => {
    const shot = await page.screenshot({ clip: { x: x + 40, y: y + 40, width: 1, height: 1 } });
    return page.evaluate(`(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${shot.toString('base64')}';
      await image.decode();
      const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
      pen.drawImage(image, 0, 0);
      return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
    })()`);
  };
  await expect.poll(colour).toEqual([12, 200, 34]);
  // West Java at zoom 8, and from nearer what is under the point.
  expect(tiles.asked).toContain('8/204/132');
  await page.mouse.click(x, y);
  await page.getByText(/^Titik: /).waitFor();
  for (let nth = 0; nth < 12; nth += 1) await page.keyboard.press('+');
  const { latitude, longitude } = await pointOn(page);
  const column = Math.floor(((longitude + 180) / 360) * 2 ** 17);
  await expect.poll(() => tiles.asked.some((one) => one.startsWith(`17/${column}/`))).toBe(true);
  expect(latitude).toBeLessThan(-6);
  expect(await axe(page)).toEqual([]);
  // Nothing but tiles was asked of anybody else.
  expect(faults.filter((fault) => !fault.startsWith(`asks ${tiles.origin}/`))).toEqual([]);
});
