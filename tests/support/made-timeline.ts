import type { Page } from 'playwright-core';

/** Entries of the made timeline, and of each of its pages. */
export const madeEntries = 10_000;
const perPage = 500;

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

/** Responds to a page's requests for the timeline of BGD-PAK with many made entries; returns how many it has had. */
export async function serveMadeTimeline(page: Page): Promise<() => number> {
  let asked = 0;
  await page.route('**/relations/BGD-PAK/timeline?*', async (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    asked += 1;
    const items = Array.from({ length: perPage }, (_, index) => made(from + index));
    await route.fulfill({ json: { items, next: from + perPage < madeEntries ? String(from + perPage) : null } });
  });
  return () => asked;
}

/** The view in which the made entries are shown. */
export const madeTimeline = '/relations/BGD-PAK?from=2024-12&to=2025-02';
