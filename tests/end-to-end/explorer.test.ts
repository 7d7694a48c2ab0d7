import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { startCloudInMemory } from '#tests/support/cloud-in-memory.ts';
import { type Client, clientOf } from '#tests/support/client.ts';
import { everyView } from '#tests/explorer/every-view.ts';
import { fiveQuestions } from '#tests/explorer/five-questions.ts';
import { tablesOfAll } from '#tests/explorer/tables-of-all.ts';
import { openView, showView, startBrowser } from '#tests/support/explorer-browser.ts';
import { sharedAssembly } from '#tests/support/shared-assembly.ts';
import { until } from '#tests/support/until.ts';

const brief = await readFile(new URL('../../infra/local/cli/demo/seed-brief.json', import.meta.url), 'utf8');
const visit = 'visit.kamr-ul-hassan-pakistan-2025-01.1';

let cloud: LocalCloud;
let browser: Browser;
let context: BrowserContext;
let api: Client;
const faults: string[] = [];

const post = async (stream: string, event: object): Promise<void> => {
  const { status, body } = await api.post(`/streams/${stream}/events`, event, { prefer: 'wait=15' });
  if (status !== 201) throw new Error(`${stream}: ${status} ${JSON.stringify(body)}`);
};
const meeting = (occurred: string, summary: string) => ({
  type: 'MeetingHeld',
  occurred,
  participants: [
    { party: 'BGD', role: 'participant' },
    { party: 'IND', role: 'participant' },
  ],
  summary,
});
/** A page of its own, signed in. */
const open = async (path: string, within = context): Promise<Page> => openView(within, cloud.url, path, faults);

/** How far from the top elements are, in whole pixels. */
const topsOf = (all: readonly { readonly getBoundingClientRect: () => { readonly top: number } }[]): number[] =>
  all.map((one) => Math.round(one.getBoundingClientRect().top));

let reading: Page | undefined;
/** A view in the page that the tests share which only read: it is loaded, and signed in, once. */
async function read(path: string): Promise<Page> {
  reading ??= await open('');
  await showView(reading, path);
  return reading;
}

beforeAll(async () => {
  const started = sharedAssembly().then(async (assembly) => startCloudInMemory({ assembly }));
  [cloud, browser] = await Promise.all([started, startBrowser()]);
  api = clientOf(cloud.url, await cloud.token());
  const { status } = await api.post('/events', brief, { prefer: 'wait=20' });
  if (status !== 200) throw new Error(`The brief was not recorded: ${status}`);
  await post(visit.slice(0, -2).replace('.', '/'), {
    type: 'EventDateRefined',
    of: visit,
    occurred: '2025-01-13/2025-01-18',
  });
  context = await browser.newContext();
});
afterEach(async () => {
  await reading?.unrouteAll();
  await Promise.all(context.pages().map(async (page) => page !== reading && page.close()));
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

describe('a reader', () => {
  it('signs in, and comes back to the view that was asked for', async () => {
    const page = await open('/relations/BGD-PAK?from=2024-01&to=2025-02');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      '/explore/relations/BGD-PAK?from=2024-01&to=2025-02',
    );
    expect(await page.title()).toBe('Bangladesh – Pakistan · Chancery');
  });

  it('finds a relation by the names of the two', async () => {
    const page = await read('');
    await page.getByLabel('Country or organisation').fill('Pakistan');
    await page.getByLabel('and (for the relation of two)').fill('bangladesh');
    await page.getByRole('button', { name: 'Look' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bangladesh – Pakistan' }).waitFor();
    await page.getByText('about January 21 – 24, 2025').first().waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Who is it about?' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/explore');
  });

  it('reads the chart as a table', async () => {
    const page = await read('/relations/BGD-PAK');
    await page.getByText('The chart as a table').click();
    const row = page.getByRole('row', { name: /^January 2025/ }).first();
    await row.waitFor();
    const cells = await row.locator('td').allInnerTexts();
    const { body } = await api.get<{ items: { n: number; mean: number }[] }>(
      '/relations/BGD-PAK/score?from=2025-01&to=2025-01',
    );
    const [january] = body.items;
    expect(cells.slice(0, 2)).toEqual([String(january?.n), Number(january?.mean).toFixed(1)]);
  });

  it('moves the slider before the refinement of a date, and sees what was known and how it differs', async () => {
    const page = await read('/relations/BGD-PAK');
    const card = page.locator('.card', { has: page.locator(`a[href$="${visit}"]`) }).first();
    await card.getByText('January 13 – 18, 2025').waitFor();
    await page.getByRole('slider').press('ArrowLeft');
    await card.getByText('about January 2025', { exact: true }).waitFor();
    const differences = await page.locator('section.differences').innerText();
    expect(differences).toContain('2025-01~');
    expect(differences).toContain('2025-01-13/2025-01-18');
    expect(new URL(page.url()).searchParams.get('asOf')).not.toBeNull();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await card.getByText('January 13 – 18, 2025').waitFor();
  });

  it('filters the timeline, and removes the filter by its chip', async () => {
    const page = await read('/relations/BGD-PAK');
    const before = await page.locator('.card').count();
    await page.getByLabel('Did it take place?').selectOption('hypothetical');
    await until('one card', async () => (await page.locator('.card').count()) === 1);
    await page.getByRole('button', { name: 'Remove the filter hypothetical' }).click();
    await until('all cards', async () => (await page.locator('.card').count()) === before);
    expect(new URL(page.url()).searchParams.get('modality')).toBeNull();
  });

  it('verifies the chain of an event in the browser', async () => {
    const page = await read(`/events/${visit}`);
    await page.getByText('B: usually reliable source').waitFor();
    const { body } = await api.get<{ items: { hash: string }[] }>(
      '/streams/visit/kamr-ul-hassan-pakistan-2025-01/events?limit=1',
      { accept: 'application/vnd.chancery.commits+json' },
    );
    await page.getByText(body.items[0]?.hash ?? 'no hash', { exact: true }).waitFor();
    const topic = page.getByRole('link', { name: 'Defence ties', exact: true });
    expect(await topic.getAttribute('href')).toMatch(/topics\/defence-ties$/);
    await page.getByRole('button', { name: 'Verify in this browser' }).click();
    const said = await page.getByText('Verified here').innerText();
    expect(said).toContain('1 commit from the first on');
  });

  it('is told when an event in the answer is not what was hashed', async () => {
    const page = await read(`/events/${visit}`);
    await page.route('**/streams/**', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('Rawalpindi', 'Islamabad') });
    });
    await page.getByRole('button', { name: 'Verify in this browser' }).click();
    const said = await page.getByText('does not have the hash of its content').innerText();
    expect(said).toContain('Not verified: the commit at version 1');
  });
});

describe('a follower', () => {
  it('sees an event that is posted while the page is open, and its number in the title', async () => {
    const page = await open('');
    await until('the title', async () => (await page.title()) === 'Chancery');
    const views = page.getByRole('navigation');
    await views.getByRole('link', { name: 'What is new' }).click();
    await page.getByText('Live: new events').waitFor();
    await views.getByRole('link', { name: 'Find' }).click();
    await post('relation/BGD-IND', meeting('2025-02-01', 'They meet while a page is open'));
    await until('the number in the title', async () => (await page.title()) === '(1) Chancery');
    await views.getByRole('link', { name: /What is new/ }).click();
    await page.getByText('They meet while a page is open').waitFor();
    await until('no number in the title', async () => !(await page.title()).startsWith('('));
    expect(await page.getByText('They meet while a page is open').count()).toBe(1);
  });

  it('goes on without gap or double after a lost connection', async () => {
    const own = await browser.newContext();
    const sockets: WebSocketRoute[] = [];
    let isDown = false;
    await own.routeWebSocket(/\/live$/, async (socket) => {
      sockets.push(socket);
      if (isDown) await socket.close();
      else socket.connectToServer();
    });
    const page = await open('/news', own);
    await page.getByText('Live: new events').waitFor();
    await post('relation/BGD-IND', meeting('2025-02-02', 'Before the loss'));
    await page.getByText('Before the loss').waitFor();
    isDown = true;
    await Promise.all(sockets.map(async (socket) => socket.close()));
    await page.getByText('The connection is lost').waitFor();
    await post('relation/BGD-IND', meeting('2025-02-03', 'During the loss'));
    isDown = false;
    await page.getByText('During the loss').waitFor();
    expect(await page.getByText('During the loss').count()).toBe(1);
    expect(await page.getByText('Before the loss').count()).toBe(1);
    await own.close();
  });
});

describe('a recorder', () => {
  it('records an event, and refines its date', async () => {
    const page = await read('/record');
    await page.getByLabel('What kind of event is it?').selectOption('CallHeld');
    const parties = page.getByLabel('Country or organisation');
    await parties.nth(0).fill('Bangladesh');
    await parties.nth(1).fill('Nepal');
    await page.getByLabel('When it happened').fill('2025-03~');
    await page.getByText('That is: about March 2025').waitFor();
    await page.getByLabel('Summary').fill('They speak by telephone');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByRole('link', { name: 'Recorded as relation.BGD-NPL.1.' }).click();
    await page.getByRole('heading', { level: 1, name: 'They speak by telephone' }).waitFor();
    await page.getByText('Correct it').click();
    const choice = page.locator('.correct').locator('#kind, [for=kind]');
    const [above = 0, below = 0] = await choice.evaluateAll(topsOf);
    expect(below).toBeGreaterThan(above + 10);
    await page.getByLabel('Date (EDTF)').fill('2025-03-04');
    await page.getByText('This will change').waitFor();
    await page.getByRole('button', { name: 'Record the correction' }).click();
    await page.getByText('Date refined').waitFor();
    expect(await page.locator('ol.steps').innerText()).toMatch(
      /^Recorded, .*, by [\w-]+\nDate refined, .*, by [\w-]+\n/,
    );
    const { body } = await api.get<{ occurred: string }>('/events/relation.BGD-NPL.1?view=corrected');
    expect(body.occurred).toBe('2025-03-04');
  });

  it('is shown what is recorded already, and what is refused at its field', async () => {
    const page = await read('/record?type=MeetingHeld');
    const parties = page.getByLabel('Country or organisation');
    await parties.nth(0).fill('Bangladesh');
    await parties.nth(1).fill('Pakistan');
    await page.getByLabel('When it happened').fill('2025-01-14');
    await page.getByLabel('Summary').focus();
    await page.getByText('Perhaps this is recorded already').waitFor();
    await page.getByLabel('When it happened').fill('the other day');
    await parties.nth(1).fill('Pakistann');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.locator('[id="/occurred-note"].problem').waitFor();
    expect(await page.getByLabel('When it happened').getAttribute('aria-invalid')).toBe('true');
    const refused = page.locator('form .failed');
    const said = await refused.locator('li').allInnerTexts();
    expect(said.map((line) => line.split(': ')[0])).toContain('Participants · 2 · Party');
    expect(said.join()).not.toContain('/participants');
    expect(said).toHaveLength(2); // not the stream, which is named after them
    expect(await refused.innerText()).toMatch(/^It was not recorded:\s*\n/); // each refusal stands there once
    const heights = await page.locator('fieldset .row').nth(1).locator('input, select').evaluateAll(topsOf);
    expect(new Set(heights).size).toBe(1);
  });
});

fiveQuestions(read);
tablesOfAll(read);
everyView({ read, visit });

it('makes the browser complain about nothing', () => {
  const expected = /status of (400|404|422)/; // what a test provokes
  expect(faults.filter((fault) => !expected.test(fault))).toEqual([]);
});
