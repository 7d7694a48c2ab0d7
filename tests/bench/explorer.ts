import type { Browser } from 'playwright-core';
import { startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { startBrowser } from '#tests/support/explorer-browser.ts';
import { figure } from './figure.ts';
import type { Part } from './part.ts';
import { median } from './statistics.ts';

const rounds = { quick: 3, full: 9 };

/** What a reader waits for until the page can be used, in a browser that has nothing of it yet. */
export const explorer: Part = {
  name: 'explorer',
  how:
    'The whole local cloud over HTTP and a headless Chromium: a relation is opened in a browser without a cache, until its first button ' +
    'can be pressed; the median of the rounds. Loaded are the compressed bytes of scripts and styles until then.',
  measure: async ({ quick }) => {
    const [cloud, browser] = await Promise.all([startLocalCloud({ data: 'memory' }), startBrowser()]);
    try {
      const address = `${cloud.url}/explore/relations/BGD-PAK`;
      await firstUse(browser, address); // the function of the page starts cold once
      const measured = [];
      for (let round = 0; round < (quick ? rounds.quick : rounds.full); round += 1)
        measured.push(await firstUse(browser, address));
      return [
        figure('until the page can be used', 's', median(measured.map(({ seconds }) => seconds)), { atMost: 1.5 }),
        figure('loaded until then', 'KB', median(measured.map(({ bytes }) => bytes)) / 1024, { atMost: 250 }),
      ];
    } finally {
      await browser.close();
      await cloud.stop();
    }
  },
};

async function firstUse(browser: Browser, address: string): Promise<{ seconds: number; bytes: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Sign in' }).click({ trial: true });
  const seconds = (performance.now() - began) / 1000;
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return { seconds, bytes };
}
