import sparticuz from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { until } from './until.ts';

/**
 * Flags that would turn off what the tests are about (the policy of content, the same origin), or end the browser with
 * its first context.
 */
const notWanted = /^--(disable-web-security|allow-running-insecure-content|single-process|no-zygote)/;

/** Starts a headless Chromium from npm, which needs no package of the system. */
export async function startBrowser(): Promise<Browser> {
  sparticuz.setGraphicsMode = false; // nothing here draws with WebGL, and emulating a graphics card takes a processor
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args.filter((flag) => !notWanted.test(flag)),
  });
}

/** How long a test waits for something to show, in milliseconds. */
const patienceMs = 20_000;

/**
 * Opens a view of the explorer as somebody, and waits until it is shown; `faults` collects what the browser complains
 * about.
 */
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

/** Shows another view in a page, as a link does: without loading the page again. */
export async function showView(page: Page, path: string): Promise<void> {
  await page.evaluate(async (address) => {
    const { history, dispatchEvent, requestAnimationFrame, Event: Happening } = globalThis as unknown as BrowserGlobals;
    history.pushState(null, '', address);
    dispatchEvent(new Happening('popstate'));
    for (let frames = 0; frames < 2; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, `/explore${path}`);
  await settled(page);
}

/** What this uses of the browser; its types are not among those of the tests. */
interface BrowserGlobals {
  readonly history: { readonly pushState: (state: null, title: string, address: string) => void };
  readonly dispatchEvent: (event: object) => void;
  readonly requestAnimationFrame: (call: (value: unknown) => void) => void;
  readonly Event: new (name: string) => object;
}

/** Waits until nothing is being loaded. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  const loading = page.locator('.waiting, [aria-busy=true]');
  await until('what is loaded', async () => (await loading.count()) === 0, patienceMs / 1000);
}

/** The rules of WCAG 2.2 AA, and those that depend on colours. */
const ruleSets = {
  all: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  colours: ['color-contrast', 'link-in-text-block'],
} as const;

/** What axe finds wrong with a page by a set of rules, as `rule: element`. */
export async function violations(page: Page, rules: keyof typeof ruleSets = 'all'): Promise<string[]> {
  const isLoaded = await page.evaluate(() => 'axe' in globalThis);
  if (!isLoaded) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (runOnly) => {
      const { axe: tool } = globalThis as unknown as { readonly axe: typeof axe };
      const { violations: all } = await tool.run({ runOnly, resultTypes: ['violations'] }); // the rest need not be described
      return all.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    },
    [...ruleSets[rules]],
  );
  return found.map((text) => text.slice(0, 400));
}
