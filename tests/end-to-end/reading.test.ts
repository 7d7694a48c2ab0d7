import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { aViolation, aProblem } from '#tests/support/a-problem.ts';
import { allPages, nextPage } from '#tests/support/client.ts';
import { type Appended, type Page, useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';

const { api } = useCloud();

const versions = ({ items }: Page) => items.map(({ version }) => version);

/** Ten events in four commits. */
const ten = freshRelation();
const ids = Array.from({ length: 10 }, (_, index) => `relation.${ten.dyad}.${index + 1}`);
beforeAll(async () => {
  for (const size of [1, 4, 2]) await api.post(ten.path, Array(size).fill(ten.meeting()));
  await api.post(ten.path, Array(3).fill(ten.meeting()), { prefer: 'wait=20' });
});

/** The cursor of the feed's end. */
async function feedEnd(): Promise<string> {
  let page = await api.get<Page>('/events?limit=1000');
  while (page.body.items.length > 0) page = await api.get<Page>(String(nextPage(page)));
  return String(page.body.next);
}

describe('a stream', () => {
  it('is read from its beginning, with its version as ETag', async () => {
    const { status, headers, body } = await api.get<Page>(ten.path);
    expect([status, headers['etag'], headers['vary'], headers['link'], body.next]).toEqual([
      200,
      '"10"',
      'Accept',
      undefined,
      null,
    ]);
    expect(body.items.map(({ id, version, stream: of }) => [id, version, of])).toEqual(
      ids.map((id, index) => [id, index + 1, ten.stream]),
    );
    expect(body.items.filter(({ position }) => position === undefined)).toEqual([]);
  });

  it.for([
    ['from=4&limit=3', [4, 5, 6], true],
    ['from=8', [8, 9, 10], false],
    ['from=11', [], false],
    ['direction=backward&limit=4', [10, 9, 8, 7], true],
    ['direction=backward&from=3', [3, 2, 1], false],
    ['limit=10', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], false],
    ['limit=9', [1, 2, 3, 4, 5, 6, 7, 8, 9], true],
  ] as const)('is read in pages: %s', async ([query, expected, more]) => {
    const page = await api.get<Page>(`${ten.path}?${query}`);
    expect([page.status, versions(page.body)]).toEqual([200, expected]);
    expect([page.body.next !== null, nextPage(page) !== undefined]).toEqual([more, more]);
  });

  it('is read to its end by following the links, either way', async () => {
    const whole = (await api.get<Page>(ten.path)).body.items;
    for (const [query, expected] of [
      ['limit=3', whole],
      ['limit=3&direction=backward', whole.toReversed()],
      ['limit=2&from=7', whole.slice(6)],
    ] as const)
      expect((await allPages(api, `${ten.path}?${query}`)).items).toEqual(expected);
  });

  it('is read on from a cursor, which stands above from', async () => {
    const first = await api.get<Page>(`${ten.path}?limit=6`);
    const cursor = encodeURIComponent(String(first.body.next));
    const rest = await api.get<Page>(`${ten.path}?from=1&cursor=${cursor}`);
    expect(versions(rest.body)).toEqual([7, 8, 9, 10]);
  });

  it('that nobody has written to is not there', async () => {
    const { path, dyad } = freshRelation();
    expect(await api.get(path)).toMatchObject(aProblem('not-found', { instance: path }));
    const timeline = await api.get<Page>(`/relations/${dyad}/timeline`);
    expect([timeline.status, timeline.body]).toEqual([200, { items: [], next: null }]);
  });
});

describe('an event', () => {
  it('is read by its id as it stands in its stream', async () => {
    const { items } = (await api.get<Page>(ten.path)).body;
    for (const [index, id] of ids.entries()) {
      const { status, body } = await api.get<RecordedEvent>(`/events/${id}`);
      expect([status, body]).toEqual([200, items[index]]);
    }
  });

  it('that is not there is a 404', async () => {
    for (const id of [`relation.${ten.dyad}.11`, `relation.${ten.dyad}.0`, 'visit.nowhere.1', 'nonsense', '%E0%A4%A'])
      expect(await api.get(`/events/${id}`)).toMatchObject(aProblem('not-found'));
  });
});

describe('the feed', () => {
  it('has every event once, at gapless positions, in the order of each stream', async () => {
    const { items } = await allPages(api, '/events?limit=100');
    expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1));
    const ours = items.filter((event) => event.stream === ten.stream);
    expect(ours.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(ours).toEqual((await api.get<Page>(`/streams/${ten.stream}/events`)).body.items);
  });

  it('gives a cursor also at its end, and goes on from there', async () => {
    const end = await feedEnd();
    const empty = await api.get<Page>(`/events?after=${end}`);
    expect([empty.status, empty.body]).toEqual([200, { items: [], next: end }]);
    const { path, meeting } = freshRelation();
    const posted = await api.post<Appended>(path, meeting(), { prefer: 'wait=20' });
    const next = await api.get<Page>(String(nextPage(empty)));
    expect(next.body.items.map(({ id, position }) => [id, position])).toEqual([
      [posted.body.events[0]?.id, posted.body.position],
    ]);
    expect(next.body.next).not.toBe(end);
  });

  it('answers a long poll with what comes while it waits', async () => {
    const { path, meeting } = freshRelation();
    const end = await feedEnd();
    const polled = api.get<Page>(`/events?after=${end}&wait=20`);
    const posted = await api.post<Appended>(path, meeting());
    const { body } = await polled;
    expect(body.items.map(({ id }) => id)).toEqual(posted.body.events.map(({ id }) => id));
  });

  it('answers a long poll in vain with nothing when its time is over', async () => {
    const end = await feedEnd();
    const began = performance.now();
    const { status, body } = await api.get<Page>(`/events?after=${end}&wait=1`);
    expect([status, body]).toEqual([200, { items: [], next: end }]);
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
  });
});

describe('what a reader asks for', () => {
  const { path: stream } = freshRelation();
  const timeline = '/relations/BGD-PAK/timeline';

  it.for([
    [`${stream}?limit=0`, 'limit'],
    [`${stream}?limit=1001`, 'limit'],
    [`${stream}?limit=ten`, 'limit'],
    [`${stream}?limit=`, 'limit'],
    [`${stream}?limit=1&limit=2`, 'limit'],
    [`${stream}?limit=1.5`, 'limit'],
    [`${stream}?from=0`, 'from'],
    [`${stream}?from=-1`, 'from'],
    [`${stream}?from=first`, 'from'],
    [`${stream}?direction=sideways`, 'direction'],
    [`${stream}?page=2`, 'page'],
    ['/events?wait=21', 'wait'],
    ['/events?wait=-1', 'wait'],
    ['/events?limit=1001', 'limit'],
    ['/events?after=1&before=2', 'before'],
    [`${timeline}?from=2025-02-30`, 'from'],
    [`${timeline}?from=2025`, 'from'],
    [`${timeline}?to=tomorrow`, 'to'],
    [`${timeline}?from=2025-01-02&to=2025-01-01`, 'to'],
    [`${timeline}?type=MeetingImagined`, 'type'],
    [`${timeline}?type=MeetingHeld,`, 'type'],
    [`${timeline}?modality=rumoured`, 'modality'],
    [`${timeline}?minCredibility=7`, 'minCredibility'],
    [`${timeline}?order=random`, 'order'],
    [`${timeline}?limit=-5`, 'limit'],
    [`${timeline}?asof=2025-01-01`, 'asof'],
  ] as const)('is refused when it makes no sense: %s', async ([path, parameter]) => {
    expect(await api.get(path)).toMatchObject(aViolation({ parameter }));
  });

  it('is refused when the cursor is changed, made up, or of another list', async () => {
    const next = async (list: string) => String((await api.get<Page>(list)).body.next);
    const [forward, backward] = [
      await next(`${ten.path}?limit=2`),
      await next(`${ten.path}?limit=2&direction=backward`),
    ];
    const meetings = await next(`/relations/${ten.dyad}/timeline?limit=2&type=MeetingHeld`);
    const feed = await next('/events?limit=2');
    const changed = forward.slice(0, -1) + (forward.endsWith('A') ? 'B' : 'A');
    for (const place of [
      `${ten.path}?cursor=${changed}`,
      `${ten.path}?cursor=7`,
      `${ten.path}?cursor=`,
      `${ten.path}?cursor=${backward}`,
      `${ten.path}?direction=backward&cursor=${forward}`,
      `${ten.path}?cursor=${feed}`,
      `${freshRelation().path}?cursor=${forward}`,
      `/events?after=${forward}`,
      '/events?after=7',
      `/relations/${ten.dyad}/timeline?cursor=${meetings}`,
      `/relations/${ten.dyad}/timeline?type=MeetingHeld&order=oldest&cursor=${meetings}`,
    ])
      expect([place, await api.get(place)]).toMatchObject([place, aProblem('invalid-cursor')]);
  });
});
