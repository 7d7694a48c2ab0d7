import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '#infra/bundling/bundle-folders.ts';
import { refineVisit } from '#infra/local/cli/demo/refine-visit.ts';
import { seeBriefThrough } from '#infra/local/cli/demo/see-brief-through.ts';
import { startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { openView, startBrowser } from '#tests/support/explorer-browser.ts';

// Writes the pictures of the README from the data of the demo: `npm run pictures`.
interface Picture {
  readonly name: string;
  readonly view: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly height: number;
  readonly before?: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: 'relation', view: '/relations/BGD-PAK?from=2024-06&to=2025-02', height: 1150 },
  {
    name: 'as-known',
    view: '/relations/BGD-PAK?from=2024-06&to=2025-02',
    colorScheme: 'dark',
    height: 1150,
    before: async (page) => {
      await page.getByRole('slider').press('ArrowLeft');
      await page.locator('section.differences').waitFor();
    },
  },
  {
    name: 'event',
    view: '/events/visit.kamr-ul-hassan-pakistan-2025-01.1',
    height: 1350,
    before: async (page) => {
      await page.getByRole('button', { name: 'Verify in this browser' }).click();
      await page.getByText('Verified here').waitFor();
    },
  },
];

const [cloud, browser] = await Promise.all([startLocalCloud({ data: 'memory' }), startBrowser()]);
try {
  await seeBriefThrough(cloud, await readFile(join(root, 'infra/local/cli/demo/seed-brief.json'), 'utf8'));
  await refineVisit(cloud);
  for (const { name, view, colorScheme = 'light', height, before } of pictures) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1180, height } });
    const page = await openView(context, cloud.url, view, []);
    await before?.(page);
    await page.screenshot({ path: join(root, `docs/pictures/${name}.png`) });
    await context.close();
    process.stdout.write(`docs/pictures/${name}.png\n`);
  }
} finally {
  await browser.close();
  await cloud.stop();
}
