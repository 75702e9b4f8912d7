// The whole site for browser tests: console and API, with engine, worker and database behind them.
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { Api } from '../api.ts';
import { openBrowser } from './browser.ts';

export interface Site {
  api: Api;
  browser: Browser;
  /** The console's address. */
  base: string;
  close: () => Promise<void>;
}

/** One for all files of a worker; it ends with the worker. */
let shared: Promise<Browser> | undefined;

export async function openSite(options: { mailing?: boolean } = {}): Promise<Site> {
  const api = await Api.open({ webDir: inject('consoleDir'), ...options });
  shared ??= openBrowser();
  const browser = await shared;
  return {
    api,
    browser,
    base: api.base,
    close: async () => {
      for (const context of browser.contexts()) await context.close();
      await api.close();
    },
  };
}
