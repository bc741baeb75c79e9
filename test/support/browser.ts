// Runs tests in a Chromium, and says so where there is none.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe, test } from 'vitest';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

const findChromium = (): string | undefined =>
  [process.env.CHROMIUM, ...places].find((p) => p !== undefined && existsSync(p));

/** A skip that nobody could take for a pass, where there is no browser. */
export function inChromium(name: string, tests: () => void): void {
  if (findChromium()) describe(name, tests);
  else test.skip('BROWSER TESTS DID NOT RUN: no Chromium here; install one or set CHROMIUM to its path');
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
