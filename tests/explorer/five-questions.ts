import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { settled } from '#tests/support/explorer-browser.ts';

/**
 * Walks through the page as somebody does who sees it for the first time: by what is written on it, and nothing else.
 */
export const fiveQuestions = (read: (path: string) => Promise<Page>): void => {
  describe('somebody who knows nothing of the project', () => {
    const goTo = async (page: Page, name: string): Promise<void> => {
      await page.getByRole('link', { name, exact: true }).first().click();
      await settled(page);
    };

    it('finds who met whom in January 2025, and how sure that is', async () => {
      const page = await read('');
      await goTo(page, 'Network');
      await page.getByText('Nobody met in this quarter').waitFor();
      await page.getByLabel('Of the month').fill('2025-01');
      await page.getByRole('heading', { name: 'Who met whom in 2025-Q1' }).waitFor();
      const table = page.getByRole('region', { name: 'Contacts: table' });
      await table.getByRole('row', { name: /^Bangladesh – Pakistan/ }).waitFor();
      await goTo(page, 'Bangladesh – Pakistan');
      const visit = page.locator('.card', { hasText: 'January 13 – 18, 2025' }).first();
      expect(await visit.locator('.evidence').innerText()).toMatch(
        /^[A-F][1-6] usually reliable source, .*· \d+ independent source/,
      );
    });

    it('finds what changed after August 2024', async () => {
      const page = await read('/relations/BGD-PAK');
      const phase = page.locator('.facts div', { has: page.getByText('Phase', { exact: true }) });
      expect(await phase.innerText()).toMatch(/contacts rose from .* in August 2024/);
    });

    it('finds what was known on the 17th', async () => {
      const page = await read('/relations/BGD-PAK');
      await page.getByRole('button', { name: 'What was reported by then' }).click();
      await settled(page);
      const days = page.getByLabel('As known on', { exact: false }).and(page.locator('input[type=range]'));
      expect(Number(await days.getAttribute('max'))).toBeGreaterThan(1);
      await page.getByLabel('Or an instant (UTC)').fill('2025-01-17T23:59:59');
      const differences = page.locator('section.differences');
      await differences.waitFor();
      await settled(page);
      expect(await differences.innerText()).toMatch(/Of those known now, not yet reported: \d+/);
      expect(await page.locator('.card').count()).toBeGreaterThan(1);
      await page.getByRole('button', { name: 'Back to now' }).click();
      await differences.waitFor({ state: 'detached' });
    });

    it('finds where India stands', async () => {
      const page = await read('');
      await page.getByLabel('Country or organisation').fill('India');
      await page.getByRole('button', { name: 'Look' }).click();
      await page.getByRole('heading', { level: 1, name: 'India' }).waitFor();
      await settled(page);
      const row = page.getByRole('region', { name: 'Partners: table' }).getByRole('row', { name: /^Bangladesh/ });
      await row.waitFor();
      const cells = await row.locator('td').allInnerTexts();
      expect(Number(cells[1])).toBeGreaterThan(0);
    });
  });
};
