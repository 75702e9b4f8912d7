// The whole site for browser tests: console and API, with engine, worker and database behind them.
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { Api } from './api.ts';
import { openBrowser } from './browser.ts';
import { serveConsole } from './console.ts';

export interface Site {
  api: Api;
  browser: Browser;
  /** The console's address. */
  base: string;
  close: () => Promise<void>;
}

export async function openSite(): Promise<Site> {
  const api = await Api.open();
  const served = await serveConsole(inject('consoleDir'), api.base);
  const browser = await openBrowser();
  return {
    api,
    browser,
    base: served.base,
    close: async () => {
      await browser.close();
      await served.close();
      await api.close();
    },
  };
}
