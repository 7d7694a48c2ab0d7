import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { showView, violations } from '#tests/support/explorer-browser.ts';
import { madeTimeline, serveMadeTimeline } from '#tests/support/made-timeline.ts';
import { until } from '#tests/support/until.ts';

/** What tests use of elements; the types of the browser are not among those of the tests. */
interface Openable {
  readonly setAttribute: (name: string, value: string) => void;
}
interface Wide {
  readonly scrollWidth: number;
}
interface Focusable {
  readonly tabIndex: number;
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
      '/people',
      '/people?name=yunus',
      '/people/person:bgd-yunus',
      '/topics',
      '/topics/defence-ties',
      '/agreements',
      '/sanctions?party=BGD',
      '/network',
      '/news',
      '/record?type=VisitConducted',
      '/operations',
      '/events/visit.nowhere.1',
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
      const asked: string[] = [];
      const page = await read('/');
      page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
      await read('/parties/BGD');
      expect(asked.filter((path) => path.startsWith('/relations'))).toEqual(['/relations']); // for all partners at once
      const saved = async (button: Locator): Promise<string> => {
        const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
        return `${download.suggestedFilename()}\n${await readFile(await download.path(), 'utf8')}`;
      };
      const partners = page.locator('section', { has: page.locator('#partners-title') });
      await partners.getByRole('button', { name: 'Partner', exact: true }).first().click();
      expect((await partners.locator('.map svg').boundingBox())?.width).toBe(832);
      const row = partners.getByRole('row', { name: /^Pakistan/ }).first();
      expect(await row.innerText()).toContain('about January 21 – 24, 2025'); // as exactly as it is known
      expect(await row.locator('.sparkline').count()).toBe(1);
      const csv = await saved(partners.getByRole('button', { name: 'Save as CSV' }).first());
      expect(csv).toMatch(/^partners-BGD\.csv\n"Partner",.*\r\n"India",.*\r\n(.*\r\n)*"Pakistan",.*\r\n$/);
      const calendar = await saved(page.getByRole('button', { name: 'Save as a calendar (.ics)' }));
      expect(calendar).toMatch(/^visits-BGD\.ics\nBEGIN:VCALENDAR[^]*BEGIN:VEVENT/);
    });

    it.each(['/relations/BGD-PAK', '/relations/BGD-PAK?from=1971-01&to=2025-02'])(
      'prints a relation on one page: chart, newest events and sources, and no controls: %s',
      async (view) => {
        const page = await read(view);
        await page.emulateMedia({ media: 'print' });
        for (const shown of ['h1', '.brief figure svg', '.brief li .evidence', '.brief .more', '.brief .sources'])
          expect([shown, await page.locator(shown).first().isVisible()]).toEqual([shown, true]);
        for (const hidden of ['.head', '.actions', '.filters', '#as-known', '.card', '.chart'])
          expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
        expect(await page.locator('.brief .more').innerText()).toMatch(/^and \d+ more$/);
        const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
        await page.emulateMedia({ media: 'screen' });
      },
    );

    it('lets the keyboard reach every event of the chart, and open it', async () => {
      const page = await read('/relations/BGD-PAK');
      const dots = page.getByRole('group', { name: 'Events of the chart' }).getByRole('link');
      await dots.last().waitFor();
      const reachable = async () => dots.evaluateAll((all: readonly Focusable[]) => all.filter((one) => one.tabIndex === 0).length); // prettier-ignore
      expect(await reachable()).toBe(1);
      await page.mouse.move(0, 0); // what the pointer rests on is shown first
      await dots.last().focus();
      await page.keyboard.press('ArrowLeft');
      const reached = page.locator('.plot a:focus');
      const name = (await reached.getAttribute('aria-label')) ?? '';
      expect(name).toMatch(/^about January 21 – 24, 2025, Visit conducted, .*, 3: possibly true$/);
      await page.locator('.tip', { hasText: 'about January 21 – 24, 2025' }).waitFor();
      expect(await reachable()).toBe(1);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'A delegation of Pakistani military intelligence' }).waitFor();
    });

    it.each([
      ['/events/visit.nowhere.1', 'There is no such event'],
      ['/people/person:nobody', 'No event names such a person'],
      ['/relations/BGD-BTN', 'Bangladesh – Bhutan'],
      ['/relations/nonsense', 'nonsense'],
      ['/parties/BTN', 'Bhutan'],
      ['/parties/nonsense', 'nonsense'],
      ['/topics/no-such-topic', 'No such topic'],
      ['/nowhere', 'There is no such page'],
    ])('says what there is not, and where to go instead: %s', async (view, title) => {
      const page = await read(view);
      expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([title]);
      expect(await page.locator('.failed').count()).toBe(0);
      await page.locator('.missing').getByRole('link', { name: 'Find' }).waitFor();
    });

    it.each([
      ['/relations/BGD-PAK?asOf=garbage', 'asOf: Expected an instant with its offset, such as 2025-01-20T12:00:00Z'],
      ['/agreements?party=nonsense', 'party: expected an ISO 3166-1 alpha-3 code'],
      ['/relations/BGD-BGD', 'A relation is between two different parties.'],
      ['/people?name=', 'Named in the newest events of'],
    ])('says which part of an address is wrong, and offers no other attempt: %s', async (view, said) => {
      const page = await read(view);
      await page.getByText(said).first().waitFor();
      expect(await page.getByText('is recorded yet').count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    });

    it('shows in the menu where one is, also on a narrow screen', async () => {
      const page = await read('');
      const usual = page.viewportSize() ?? { width: 1280, height: 720 };
      await page.setViewportSize({ width: 360, height: 640 });
      await showView(page, '/record');
      const { x = 0, width = 0 } = (await page.locator('nav [aria-current=page]').boundingBox()) ?? {};
      expect([x >= 0, x + width <= 360]).toEqual([true, true]);
      await page.setViewportSize(usual);
    });

    it('scrolls through ten thousand entries, of which only those nearby are in the page', async () => {
      const page = await read('');
      const asked = await serveMadeTimeline(page);
      await showView(page, madeTimeline);
      const most = { cards: 0 };
      await until('the last entry', async () => {
        await page.locator('html').evaluate((root: Scrollable) => root.scrollTo(0, 100_000_000));
        most.cards = Math.max(most.cards, await page.locator('.card').count());
        return (await page.getByText('Entry 9999', { exact: true }).count()) === 1;
      });
      expect(asked()).toBe(20);
      expect(most.cards).toBeLessThan(500);
      await page.mouse.wheel(0, -10_000_000);
      await page.getByText('Entry 0', { exact: true }).waitFor();
    });
  });
};
