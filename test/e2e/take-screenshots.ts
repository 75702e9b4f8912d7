// `npm run screenshots`: the pages as people meet them, into docs/screenshots, from a ministry at work.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import type { Driven } from '../support/api.ts';
import { type VisitOptions, visit } from '../support/console/browser.ts';
import { signedIn } from '../support/console/signed-in.ts';
import { openSite, type Site } from '../support/console/site.ts';
import { subjects } from '../support/console/subjects.ts';

const folder = new URL('../../docs/screenshots/', import.meta.url).pathname;
/** The commonest office laptop, a desk with a screen of its own, and a phone as long as its page needs to be understood. */
const laptop = { width: 1366, height: 768 };
const screen = { width: 1920, height: 1080 };
const tallPhone = { width: 360, height: 1100 };

let site: Site;
let reports: Driven[];
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  site = await openSite();
  const { api } = site;
  await api.engine.schedules.ensure();
  reports = [];
  for (const [n, subject] of subjects.entries()) {
    const report = await api.report(subject);
    reports.push(report);
    if (n % 8 !== 7) await report.toRow8();
    // Filed one after the other, as the days went; what is to be done first has missed its limit.
    await api.sql`
      update complaints set received_at = received_at - ${`${n * 5 + 1} hours`}::interval,
        deadline = now() + ${`${n * 7 - 44} hours`}::interval, warn_at = now() + ${`${n * 7 - 62} hours`}::interval
      where number = ${report.number}`;
  }
  for (const report of reports.slice(10, 12)) {
    await report.decide('eselon1', { action: 'answer', text: 'Lampu itu sudah kami ganti kemarin sore.' });
  }
});
afterAll(() => site?.close());

async function shoot(page: Page, name: string): Promise<void> {
  // What is asked for after the heading; the live stream never ends.
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 80 });
}

const schemes = ['light', 'dark'] as const;

test.each(schemes)('the desk, %s', async (colorScheme) => {
  const look = { colorScheme, viewport: laptop };
  const { page } = await signedIn(site, 'eselon1', '/kantor', look);
  // The widest in one scheme: a picture of it weighs a quarter of a megabyte.
  for (const viewport of colorScheme === 'light' ? [laptop, screen] : [laptop]) {
    await page.setViewportSize(viewport);
    await page.goto('/kantor');
    await page.getByRole('heading', { name: 'Kotak kerja', exact: true }).waitFor();
    await page.getByText(subjects[0].title).first().waitFor();
    await shoot(page, `inbox-${colorScheme}-${viewport.width}`);
    await page.getByRole('link', { name: subjects[0].title }).first().click();
    await page.getByRole('heading', { name: 'Keputusan Anda' }).waitFor();
    await shoot(page, `desk-${colorScheme}-${viewport.width}`);
  }
  await page.setViewportSize(laptop);
  await page.goto('/pengawasan');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot(page, `oversight-${colorScheme}-1366`);
  if (colorScheme === 'dark') return;
  const { page: ops } = await signedIn(site, 'ops', '/operasi', look);
  await ops.getByRole('heading', { name: 'Mesin alur kerja' }).waitFor();
  await shoot(ops, 'operations-light-1366');
});

test.each(schemes)('the phone, %s', async (colorScheme) => {
  const look: VisitOptions = { colorScheme, viewport: tallPhone, reducedMotion: 'reduce' };
  const { page } = await visit(site.browser, site.base, look);
  for (const [name, path] of [
    ['start', '/'],
    ['file', '/lapor'],
    ['performance', '/kinerja'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await shoot(page, `${name}-${colorScheme}-360`);
  }
  const [report] = reports;
  await page.goto(`/ikuti/${report?.number}`);
  await page.getByLabel('Kunci akses').fill(report?.key ?? '');
  await page.getByRole('button', { name: 'Buka laporan' }).click();
  await page.getByRole('heading', { name: 'Keadaan sekarang' }).waitFor();
  await shoot(page, `follow-${colorScheme}-360`);
});
