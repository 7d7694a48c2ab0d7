import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '#infra/bundling/bundle-folders.ts';
import { refineVisit } from '#infra/local/cli/demo/refine-visit.ts';
import { seeBriefThrough } from '#infra/local/cli/demo/see-brief-through.ts';
import { startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { clientOf } from '#tests/support/client.ts';
import { openView, startBrowser } from '#tests/support/explorer-browser.ts';

// Writes a picture of each view, for the README and docs, from the data of the demo: `npm run pictures`.
interface Picture {
  readonly name: string;
  readonly view: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly height: number;
  readonly before?: (page: Page) => Promise<void>;
}

const relation = '/relations/BGD-PAK?from=2024-06&to=2025-02';

const pictures: readonly Picture[] = [
  { name: 'relation', view: relation, height: 1420 },
  {
    name: 'as-known',
    view: `${relation}&asOf=2025-01-17T23:59:59.999Z&knownBy=reported`,
    colorScheme: 'dark',
    height: 1420,
  },
  {
    name: 'event',
    view: '/events/visit.kamr-ul-hassan-pakistan-2025-01.1',
    height: 1800,
    before: async (page) => {
      await page.getByRole('button', { name: 'Verify in this browser' }).click();
      await page.getByText('Verified here').waitFor();
    },
  },
  { name: 'party', view: '/parties/BGD', height: 1350 },
  { name: 'network', view: '/network', height: 720 },
  { name: 'people', view: '/people', height: 760 },
  { name: 'topics', view: '/topics', colorScheme: 'dark', height: 760 },
  { name: 'record', view: '/record?type=VisitConducted', height: 1100 },
  { name: 'operations', view: '/operations', height: 1000 },
  {
    name: 'news',
    view: '/news',
    height: 420,
    before: async (page) => {
      await page.getByText('Live: new events').waitFor();
      await post();
      await page.locator('.card').first().waitFor();
    },
  },
];

const [cloud, browser] = await Promise.all([startLocalCloud({ data: 'memory' }), startBrowser()]);

/** Records an event while somebody looks. */
async function post(): Promise<void> {
  const event = {
    type: 'MeetingHeld',
    occurred: '2025-02-01',
    participants: ['BGD', 'IND'].map((party) => ({ party, role: 'participant' })),
    summary: 'Officials of Bangladesh and India meet.',
  };
  await clientOf(cloud.url, await cloud.token()).post('/streams/relation/BGD-IND/events', event);
}

try {
  await seeBriefThrough(cloud, await readFile(join(root, 'infra/local/cli/demo/seed-brief.json'), 'utf8'));
  await refineVisit(cloud);
  for (const { name, view, colorScheme = 'light', height, before } of pictures) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height } });
    const page = await openView(context, cloud.url, view, []);
    await before?.(page);
    // The browser writes WebP itself, at a third of the bytes of PNG.
    const session = await context.newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
    await writeFile(join(root, `docs/pictures/${name}.webp`), Buffer.from(data, 'base64'));
    await context.close();
    process.stdout.write(`docs/pictures/${name}.webp\n`);
  }
} finally {
  await browser.close();
  await cloud.stop();
}
