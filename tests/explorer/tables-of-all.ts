import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { settled, showView } from '#tests/support/explorer-browser.ts';
import { until } from '#tests/support/until.ts';

/** What holds of the tables of topics, of what operators see, and of agreements and sanctions. */
export const tablesOfAll = (read: (path: string) => Promise<Page>): void => {
  it.each([
    ['/topics', 'Topics', /defence/i],
    ['/operations', 'Read models', /^timeline@/],
  ])('a table has its rows: %s', async (path, caption, row) => {
    const page = await read(path);
    const rows = page.getByRole('region', { name: `${caption}: table` }).getByRole('row', { name: row });
    await rows.first().waitFor();
    expect(await rows.first().isVisible()).toBe(true);
  });

  it('people are listed before a name is typed: of the parties that met last, or of one that is chosen', async () => {
    const page = await read('/people');
    const people = page.getByRole('region', { name: /: table$/ });
    await people.getByRole('row', { name: /^Syed Asim Munir/ }).waitFor();
    await people.getByRole('row', { name: /^Yunus/ }).waitFor();
    await page.getByLabel('Or all of a country or organisation').fill('Bangladesh');
    await page.getByRole('button', { name: 'Look' }).click();
    await people.getByRole('row', { name: /^Syed Asim Munir/ }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('party')).toBe('BGD');
    await people.getByRole('link', { name: 'Yunus' }).click();
    await page.getByRole('heading', { level: 1, name: 'Yunus' }).waitFor();
  });

  it('a restriction that is known by its easing only is not called a sanction of an unknown status', async () => {
    const page = await read('/sanctions');
    const row = page.getByRole('region', { name: 'Sanctions and restrictions: table' }).getByRole('row').nth(1);
    expect((await row.locator('td').allInnerTexts()).slice(1)).toEqual([
      'Eased; when it was imposed is not recorded',
      'Bangladesh',
      'Pakistan',
      '–',
      'August 2024 to about December 2024',
    ]);
  });

  describe('a table of agreements', () => {
    const rows = (page: Page) => page.getByRole('region', { name: 'Agreements: table' }).getByRole('row');

    it('has those of all parties, and those of one that is named', async () => {
      const page = await read('/agreements');
      const agreement = page.getByRole('cell', { name: /^Bangladesh, (India, Pakistan|Pakistan, India)$/ });
      await agreement.waitFor();
      await page.getByLabel('Of this country or organisation only').fill('Nepal');
      await page.getByRole('button', { name: 'Look' }).click();
      await agreement.waitFor({ state: 'detached' });
      expect(new URL(page.url()).searchParams.get('party')).toBe('NPL');
      await page.getByLabel('Of this country or organisation only').fill('');
      await page.getByRole('button', { name: 'Look' }).click();
      await agreement.waitFor();
    });

    it('goes on with further pages, which are searched too', async () => {
      const page = await read('');
      const made = (id: string) => ({ id, title: `Treaty ${id}`, status: 'in-force', parties: [], events: [] });
      const firstPage = ['one', 'three', 'four', 'five', 'six'].map(made);
      await page.route('**/agreements?*', async (route) => {
        const isFirst = !route.request().url().includes('cursor=');
        await route.fulfill({ json: { items: isFirst ? firstPage : [made('two')], next: isFirst ? 'further' : null } });
      });
      await showView(page, '/agreements?party=NPL');
      await page.getByRole('button', { name: 'Show more' }).click();
      await page.getByRole('cell', { name: 'Treaty two' }).waitFor();
      expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
      await page.getByLabel('Search in the table').fill('two');
      await until('the one that is sought', async () => (await rows(page).count()) === 2, 10);
      await settled(page);
    });
  });
};
