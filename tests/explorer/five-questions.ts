import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { settled } from '#tests/support/explorer-browser.ts';

/**
 * Walks through the page as somebody does who sees it for the first time: from the search or the menu, by what is
 * written there, to the one page that answers.
 */
export const fiveQuestions = (read: (path: string) => Promise<Page>): void => {
  describe('somebody who knows nothing of the project', () => {
    const choose = async (page: Page, name: string): Promise<void> => {
      await page.getByRole('link', { name, exact: true }).first().click();
      await settled(page);
    };
    const find = async (first: string, second?: string): Promise<Page> => {
      const page = await read('');
      await page.getByLabel('Country or organisation').fill(first);
      if (second !== undefined) await page.getByLabel('and (for the relation of two)').fill(second);
      await page.getByRole('button', { name: 'Look' }).click();
      await page.getByRole('heading', { level: 1, name: first }).waitFor();
      await settled(page);
      return page;
    };

    it('finds who met whom in January 2025', async () => {
      const page = await read('');
      await choose(page, 'Network');
      await page.getByRole('heading', { name: 'Who met whom in 2025-Q1' }).waitFor();
      const table = page.getByRole('region', { name: 'Contacts: table' });
      const cells = table.getByRole('row', { name: /^Bangladesh – Pakistan/ }).locator('td');
      expect(await cells.allInnerTexts()).toEqual(['Bangladesh – Pakistan', '7', '2', '4', '0', '1']);
      const picture = await page.locator('.network').boundingBox();
      expect((await table.boundingBox())?.x).toBeGreaterThan((picture?.x ?? 0) + (picture?.width ?? 0));
      await page.getByLabel('Of the month').fill('2024-12');
      await page.getByRole('heading', { name: 'Who met whom in 2024-Q4' }).waitFor();
    });

    it('finds how sure that is', async () => {
      const page = await find('Bangladesh', 'Pakistan');
      const visit = page.locator('.card', { hasText: 'January 13 – 18, 2025' }).first();
      expect(await visit.locator('.evidence').innerText()).toMatch(
        /^[A-F][1-6] usually reliable source, .*· \d+ independent sources? on record$/,
      );
    });

    it('finds what changed after August 2024', async () => {
      const page = await find('Bangladesh', 'Pakistan');
      const phase = page.locator('.facts div', { has: page.getByText('Phase', { exact: true }) });
      expect(await phase.innerText()).toMatch(/Contacts rose from .* in August 2024/);
      await page.locator('.plots').getByText('more cooperation from August 2024').waitFor(); // a month, not a day
    });

    it('finds what was known on the 17th, though everything was recorded later', async () => {
      const page = await find('Bangladesh', 'Pakistan');
      await page.getByLabel('Or the end of a day (UTC)').fill('2025-01-17');
      await page.getByText('Nothing about these two was recorded here by January 17, 2025. 24 events had').waitFor();
      await page.getByRole('button', { name: 'Show what was reported by then' }).click();
      await page
        .locator('.facts')
        .getByText(/^\S+ on January 17, 2025, on a scale/)
        .waitFor();
      const differences = page.locator('section.differences');
      await differences.waitFor();
      await settled(page);
      expect(await differences.innerText()).toMatch(/Of those known now, not yet reported: [1-9]/);
      expect(await page.locator('.card').count()).toBeGreaterThan(10);
      expect(await page.locator('.card', { hasText: 'about January 21 – 24, 2025' }).count()).toBe(0);
      const days = page.getByRole('slider');
      expect(Number(await days.getAttribute('max'))).toBeGreaterThan(1);
      await page.getByRole('button', { name: 'Back to now' }).click();
      await differences.waitFor({ state: 'detached' });
    });

    it('finds where India stands', async () => {
      const page = await find('India');
      const section = (name: string) => page.locator('section', { has: page.getByRole('heading', { name }) });
      const assessments = await section('Where it stands').innerText();
      expect(assessments).toContain('India and Pakistan are rivals.');
      expect(assessments).toContain('Bangladesh has had a close relationship with India.');
      expect(assessments).toContain('Rivalry, according to brief-2025-01-16');
      expect(await section('Newest events').innerText()).toContain('Indian Ministry of External Affairs comments');
      const row = page.getByRole('region', { name: 'Partners: table' }).getByRole('row', { name: /^Bangladesh/ });
      expect(Number((await row.locator('td').allInnerTexts())[1])).toBeGreaterThan(0);
    });
  });
};
