import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '#infra/bundling/bundle-folders.ts';
import { seeBriefThrough } from '#infra/local/cli/demo/see-brief-through.ts';
import { type LocalCloud, startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { openView, showView, startBrowser } from '#tests/support/explorer-browser.ts';
import { madeTimeline, serveMadeTimeline } from '#tests/support/made-timeline.ts';
import { figure } from './figure.ts';
import type { Part } from './part.ts';
import { median, quantile } from './statistics.ts';

const rounds = { quick: 3, full: 9 };

/** What a reader waits for until the page can be used, in a browser that has nothing of it yet. */
export const explorer: Part = {
  name: 'explorer',
  how:
    'The whole local cloud over HTTP and a headless Chromium: a relation is opened in a browser without a cache, until its first button ' +
    'can be pressed; the median of the rounds. Loaded are the compressed bytes of scripts and styles until then. Then a timeline of ' +
    '10 000 entries is scrolled, 1500 pixels in each frame: the time between two frames.',
  measure: async ({ quick }) => {
    const [cloud, browser] = await Promise.all([startLocalCloud({ data: 'memory' }), startBrowser()]);
    try {
      const address = `${cloud.url}/explore/relations/BGD-PAK`;
      await firstUse(browser, address); // the function of the page starts cold once
      const measured = [];
      for (let round = 0; round < (quick ? rounds.quick : rounds.full); round += 1)
        measured.push(await firstUse(browser, address));
      const frames = await scrolled(browser, cloud, quick);
      return [
        figure('until the page can be used', 's', median(measured.map(({ seconds }) => seconds)), { atMost: 1.5 }),
        figure('loaded until then', 'KB', median(measured.map(({ bytes }) => bytes)) / 1024, { atMost: 250 }),
        figure('a frame while 10 000 entries are scrolled, median', 'ms', median(frames)),
        figure('a frame while 10 000 entries are scrolled, 95th percentile', 'ms', quantile(frames, 0.95)),
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

/** What this uses of the browser; its types are not among those of the benchmark. */
interface Window {
  readonly scrollBy: (left: number, top: number) => void;
  readonly requestAnimationFrame: (call: (at: number) => void) => void;
}

/** Scrolls through the made timeline, and returns the milliseconds between the frames. */
async function scrolled(browser: Browser, cloud: LocalCloud, quick: boolean): Promise<readonly number[]> {
  await seeBriefThrough(cloud, await readFile(join(root, 'infra/local/cli/demo/seed-brief.json'), 'utf8'));
  const context = await browser.newContext();
  const page = await openView(context, cloud.url, '', []);
  await serveMadeTimeline(page);
  await showView(page, madeTimeline);
  const frames = await page.evaluate(
    async (steps) => {
      const { scrollBy, requestAnimationFrame } = globalThis as unknown as Window;
      const frame = async () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const between: number[] = [];
      let before = await frame();
      for (let step = 0; step < steps; step += 1) {
        scrollBy(0, 1500);
        const at = await frame();
        between.push(at - before);
        before = at;
      }
      return between;
    },
    quick ? 200 : 1000,
  );
  await context.close();
  return frames;
}
