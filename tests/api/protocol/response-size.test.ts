import { describe, expect, it } from 'vitest';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import type { Violation } from '#shared/api/protocol/problem.ts';
import { fittingItems, jsonBytes, maxPageBytes, replyBytes } from '#shared/page-size.ts';
import { type Reply, service } from '#tests/support/service.ts';

interface Refused {
  readonly errors: readonly Violation[];
  readonly moreErrors?: number;
}
const problemsOf = ({ body }: Reply): Refused[] =>
  (body.results as { problem: Refused }[]).map(({ problem }) => problem);

/** A meeting of two parties that are none, and mentions of others. */
const unknownParties = (mentioned: number) => ({
  type: 'MeetingHeld',
  occurred: '2025-01-14',
  participants: ['Bangladsh', 'Pakisten'].map((party) => ({ party, role: 'participant' })),
  ...(mentioned > 0 && { thirdParties: Array.from({ length: mentioned }, () => 'Nepall') }),
});

describe('a list of violations', () => {
  it('has at most 100, and says how many more there are', async () => {
    const { status, body } = await service().post(
      'relation/BGD-PAK',
      Array.from({ length: 100 }, () => ({})),
    );
    expect([status, body.errors, body.moreErrors]).toEqual([400, expect.anything(), undefined]);
    expect(body.errors).toHaveLength(100);
    const two = Array.from({ length: 51 }, () => unknownParties(0));
    const more = await service().post('relation/BGD-PAK', two);
    expect([more.status, more.body.moreErrors]).toEqual([400, 2 * 51 - 100]);
    expect(more.body.errors).toHaveLength(100);
  });

  it('is as long for 100 commits together: 100 commits of 100 {} are answered in 200 KB', async () => {
    const events = Array.from({ length: 100 }, () => ({}));
    const commits = Array.from({ length: 100 }, () => ({ stream: 'relation/BGD-PAK', events }));
    const reply = await service().postCommits({ commits });
    const problems = problemsOf(reply);
    expect(problems).toHaveLength(100);
    expect(problems.flatMap(({ errors }) => errors)).toHaveLength(100);
    expect(problems.reduce((sum, { moreErrors = 0 }) => sum + moreErrors, 0)).toBe(100 * 100 - 100);
    expect(replyBytes(reply.body)).toBeLessThan(200 * 1024);
  });
});

describe('a suggestion', () => {
  const suggested = (errors: readonly Violation[]) => errors.filter(({ detail }) => detail.includes('did you mean'));

  it('is made for the first 20 unknown names of a request', async () => {
    const { body } = await service().post('relation/BGD-PAK', [unknownParties(15), unknownParties(15)]);
    expect(suggested(body.errors as Violation[])).toHaveLength(20);
  });

  it('is made for the first 20 of all commits together', async () => {
    const commits = Array.from({ length: 5 }, () => ({ stream: 'relation/BGD-PAK', events: [unknownParties(10)] }));
    const reply = await service().postCommits({ commits });
    expect(suggested(problemsOf(reply).flatMap(({ errors }) => errors))).toHaveLength(20);
  });
});

describe('a page', () => {
  it('is measured as the reply has it: quotes are escaped twice', () => {
    const quotes = '"'.repeat(1000);
    expect([jsonBytes(quotes), replyBytes(quotes)]).toEqual([2002, 4006]);
  });

  it('ends with the item that would go beyond 4 MB, and the next one begins with it', () => {
    const quarter = 'x'.repeat(maxPageBytes / 4 - 6);
    expect(replyBytes(quarter)).toBe(maxPageBytes / 4);
    expect(fittingItems([quarter, quarter, quarter, quarter])).toHaveLength(4);
    expect(fittingItems([quarter, quarter, quarter, `${quarter}x`])).toHaveLength(3);
    expect(fittingItems(['x'.repeat(maxPageBytes)])).toHaveLength(1);
    const cursors = { sign: (_list: string, place: string) => place, verify: (_list: string, place: string) => place };
    const items = [...Array.from({ length: 5 }, () => quarter), 'the last'];
    const first = computedPage(items, { list: 'a list', cursors, limit: 100 });
    expect([first.items.length, first.next]).toEqual([4, '4']);
    const second = computedPage(items, { list: 'a list', cursors, limit: 100, cursor: '4' });
    expect([second.items, second.next]).toEqual([[quarter, 'the last'], null]);
  });
});
