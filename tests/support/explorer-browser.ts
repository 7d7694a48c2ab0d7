import sparticuz from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { until } from './until.ts';

/** Flags that would turn off what the tests are about (the policy of content, the same origin), or end the browser with its first context. */
const notWanted = /^--(disable-web-security|allow-running-insecure-content|single-process|no-zygote)/;

/** Starts a headless Chromium from npm, which needs no package of the system. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args.filter((flag) => !notWanted.test(flag)),
  });
}

/** How long a test waits for something to show, in milliseconds. */
const patienceMs = 20_000;

/** Opens a view of the explorer as somebody, and waits until it is shown; `faults` collects what the browser complains about. */
export async function openView(context: BrowserContext, url: string, path: string, faults: string[]): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${path}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
  await page.goto(`${url}/explore${path}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const choice = page.getByRole('button', { name: 'Continue as local chief' });
  const shown = page.getByText('Signed in as');
  await choice.or(shown).first().waitFor();
  if (await choice.isVisible()) await choice.click(); // else the sign-in page knows the person
  await shown.waitFor();
  await settled(page);
  return page;
}

/** Waits until nothing is being loaded. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await until('what is loaded', async () => (await page.locator('.waiting').count()) === 0, patienceMs / 1000);
}

/** What axe finds wrong with a page by the rules of WCAG 2.2 AA, as `rule: element`. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { axe: tool } = globalThis as unknown as { readonly axe: typeof axe };
    const { violations: all } = await tool.run({ runOnly: tags });
    return all.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  });
  return found.map((text) => text.slice(0, 400));
}
