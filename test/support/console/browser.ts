// A real Chromium: pages of any size and scheme, what they log as wrong, and axe's verdict.
import { execFileSync } from 'node:child_process';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { ownSettings } from '../../../settings/read.ts';
import { shiftPages } from '../clock/clock.ts';
import { looseTexts } from './loose-texts.ts';

/**
 * CHROMIUM_PATH, else the first Chromium on PATH. Throws with how to get one. The headless shell is the same engine
 * without tabs and toolbars, which cost as much as the pages.
 */
function chromiumPath(): string {
  const { CHROMIUM_PATH } = ownSettings('test');
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  for (const name of ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // Not this one.
    }
  }
  throw new Error(
    'No Chromium: set CHROMIUM_PATH, or install one (Debian: apt-get install chromium-headless-shell, or chromium).',
  );
}

export function openBrowser(): Promise<Browser> {
  // As root, as in CI, Chromium has no sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: chromiumPath(), args });
}

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

export interface Visit {
  page: Page;
  /** Errors of scripts and console, and requests that left the site. */
  faults: string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** Outlives the test, until the site is closed. */
  stays?: boolean;
}

/** A visitor with an empty profile, Indonesian, in WIB, who leaves when the test ends. */
export async function visit(
  browser: Browser,
  base: string,
  { stays = false, ...options }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: desktop,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    // It would keep all public pages in each profile; who tests it lets it.
    serviceWorkers: 'block',
    ...options,
  });
  if (!stays) onTestFinished(() => context.close());
  await shiftPages(context);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(base).origin) faults.push(`asks ${request.url()}`);
  });
  return { page, faults };
}

/**
 * What axe finds against WCAG 2.2 AA, each with where it is, and what would break when the page is translated. No page has frames, so all of it runs in the page (legacy
 * mode), and only what is wrong is written out: a third of the time. `part`: a selector; what is not ours is not looked at.
 */
export async function axe(page: Page, part?: string): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const builder = new AxeBuilder({ page });
  if (part !== undefined) builder.include(part);
  const { violations } = await builder
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .setLegacyMode(true)
    .analyze();
  const faults = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
  );
  return part === undefined ? [...faults, ...(await looseTexts(page))] : faults;
}
