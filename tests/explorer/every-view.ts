import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { showView, violations } from '#tests/support/explorer-browser.ts';
import { until } from '#tests/support/until.ts';

/** What tests use of elements; the types of the browser are not among those of the tests. */
interface Openable {
  readonly setAttribute: (name: string, value: string) => void;
}
interface Wide {
  readonly scrollWidth: number;
}
interface Scrollable {
  readonly scrollTo: (left: number, top: number) => void;
}

interface Reading {
  /** Shows a view, signed in. */
  readonly read: (path: string) => Promise<Page>;
  /** The id of an event. */
  readonly visit: string;
}

/** What holds of every view, and of those that save, print and scroll. */
export const everyView = ({ read, visit }: Reading): void => {
  describe('a view', () => {
    it.each([
      '',
      '/relations/BGD-PAK',
      '/relations/BGD-PAK?asOf=2020-01-01T00:00:00.000Z',
      '/relations/BGD-PAK?asOf=2025-01-17T23:59:59.999Z&knownBy=reported',
      `/events/${visit}`,
      '/parties/BGD',
      '/people?name=yunus',
      '/people/person:bgd-yunus',
      '/topics',
      '/topics/defence-ties',
      '/agreements',
      '/sanctions?party=BGD',
      '/network?quarter=2025-Q1',
      '/news',
      '/record?type=VisitConducted',
      '/operations',
      '/nowhere',
    ])(
      'can be used by everybody, as far as axe can tell, light and dark, and fits into 360 pixels: %s',
      async (view) => {
        const page = await read(view);
        expect(await page.locator('.failed').allInnerTexts()).toEqual([]);
        await page
          .locator('details')
          .evaluateAll((all: readonly Openable[]) => all.forEach((one) => one.setAttribute('open', '')));
        await page.emulateMedia({ colorScheme: 'light' });
        expect(['light', await violations(page)]).toEqual(['light', []]);
        await page.emulateMedia({ colorScheme: 'dark' }); // what else axe looks at does not depend on it
        expect(['dark', await violations(page, 'colours')]).toEqual(['dark', []]);
        const usual = page.viewportSize() ?? { width: 1280, height: 720 };
        await page.setViewportSize({ width: 360, height: 640 });
        const width = async () => page.locator('html').evaluate((root: Wide) => root.scrollWidth);
        await until('a page of the width of its window', async () => (await width()) === 360, 5);
        await page.setViewportSize(usual);
      },
    );

    it('saves what it shows: a table as CSV, visits as a calendar', async () => {
      const page = await read('/parties/BGD');
      const saved = async (button: Locator): Promise<string> => {
        const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
        return `${download.suggestedFilename()}\n${await readFile(await download.path(), 'utf8')}`;
      };
      const partners = page.locator('section', { has: page.locator('#partners-title') });
      await partners.getByLabel('Search in the table').first().fill('pakis');
      const csv = await saved(partners.getByRole('button', { name: 'Save as CSV' }).first());
      expect(csv).toMatch(/^partners-BGD\.csv\n"Partner",.*\r\n"Pakistan",.*\r\n$/);
      const calendar = await saved(page.getByRole('button', { name: 'Save as a calendar (.ics)' }));
      expect(calendar).toMatch(/^visits-BGD\.ics\nBEGIN:VCALENDAR[^]*BEGIN:VEVENT/);
    });

    it('prints a relation as a brief: chart, timeline and sources, and no controls', async () => {
      const page = await read('/relations/BGD-PAK');
      await page.emulateMedia({ media: 'print' });
      for (const shown of ['h1', '.chart svg', '.card .evidence'])
        expect(await page.locator(shown).first().isVisible()).toBe(true);
      for (const hidden of ['.head', '.actions', '.filters', '#as-known'])
        expect(await page.locator(hidden).first().isVisible()).toBe(false);
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
      await page.emulateMedia({ media: 'screen' });
    });

    it('scrolls through ten thousand entries, of which only those nearby are in the page', async () => {
      const page = await read('');
      const made = (index: number) => ({
        id: `made.${index}`,
        stream: 'relation/BGD-PAK',
        version: 1,
        type: 'MeetingHeld',
        occurred: '2025-01-14',
        summary: `Entry ${index}`,
        participants: [],
        recordedAt: '2025-01-16T00:00:00Z',
        recordedBy: { subject: 'test' },
      });
      let asked = 0;
      await page.route('**/relations/BGD-PAK/timeline?*', async (route) => {
        const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
        asked += 1;
        const items = Array.from({ length: 500 }, (_, index) => made(from + index));
        await route.fulfill({ json: { items, next: from + 500 < 10_000 ? String(from + 500) : null } });
      });
      await showView(page, '/relations/BGD-PAK?from=2024-12&to=2025-02');
      const most = { cards: 0 };
      await until('the last entry', async () => {
        await page.locator('html').evaluate((root: Scrollable) => root.scrollTo(0, 100_000_000));
        most.cards = Math.max(most.cards, await page.locator('.card').count());
        return (await page.getByText('Entry 9999', { exact: true }).count()) === 1;
      });
      expect(asked).toBe(20);
      expect(most.cards).toBeLessThan(500);
      await page.mouse.wheel(0, -10_000_000);
      await page.getByText('Entry 0', { exact: true }).waitFor();
    });
  });
};
