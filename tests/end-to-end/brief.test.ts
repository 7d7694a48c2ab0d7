import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishedEntry } from '#infra/local/cloud/eventbridge/event-bus.ts';
import type { TimelineEntry } from '#shared/read-models/timeline/projection.ts';
import { facetsOf } from '#shared/domain/events/facets.ts';
import { until } from '#tests/support/until.ts';
import { allPages, type Answer, nextPage } from '#tests/support/client.ts';
import { type Appended, archivist, type Page, useCloud } from '#tests/support/cloud.ts';

const { cloud, api } = useCloud();

const timeline = '/relations/BGD-PAK/timeline';
const brief = await readFile(new URL('../../infra/local/cli/demo/seed-brief.json', import.meta.url), 'utf8');
const { commits }: { commits: { stream: string; events: { type: string }[] }[] } = JSON.parse(brief);
const positionOf = ({ detail }: PublishedEntry) => (detail as { position: number }).position;

let answer: Answer<{ results: Appended[] }>;
let ids: string[];
const published: PublishedEntry[] = [];
beforeAll(async () => {
  const unsubscribe = cloud().onPublished((entry) => published.push(entry));
  answer = await api.post('/events', brief, { prefer: 'wait=20', 'x-correlation-id': 'seed-brief' });
  ids = answer.body.results.flatMap(({ events }) => events.map(({ id }) => id));
  await until('the brief on the bus', () => new Set(published.map(positionOf)).size >= ids.length);
  unsubscribe();
});

describe('the brief, posted in one call', () => {
  it('has a result for every commit, in their order', () => {
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    const versions = new Map<string, number>();
    const expected = commits.map(({ stream, events }) => {
      const before = versions.get(stream) ?? 0;
      versions.set(stream, before + events.length);
      return {
        stream,
        version: before + events.length,
        commitId: expect.any(String),
        position: expect.any(Number),
        cursor: expect.any(String),
        events: events.map((_, index) => ({
          id: `${stream.replace('/', '.')}.${before + index + 1}`,
          version: before + index + 1,
        })),
      };
    });
    const results = answer.body.results as readonly { readonly warnings?: readonly object[] }[];
    expect(results.map(({ warnings: _warnings, ...result }) => result)).toEqual(expected);
    // The two met in New York and in Cairo, which no party of these events is at home in.
    expect(results.flatMap(({ warnings = [] }) => warnings)).toEqual(
      [3, 4].map((of) => expect.objectContaining({ of, code: 'place-elsewhere', field: '/place/country' })),
    );
  });

  it('gives the same answer when it is posted again, says so, and records nothing twice', async () => {
    const again = await api.post('/events', brief, { prefer: 'wait=20' });
    const results = answer.body.results as readonly object[];
    expect([again.status, again.body]).toEqual([200, { results: results.map((one) => ({ ...one, repeated: true })) }]);
    const stream = await api.get<Page>('/streams/relation/BGD-PAK/events');
    expect(stream.headers).toMatchObject({ etag: '"18"' });
  });

  it('is published with gapless positions, each event as a CloudEvent that holds it as it is read', async () => {
    const byPosition = new Map(published.map((entry) => [positionOf(entry), entry]));
    const positions = [...byPosition.keys()].toSorted((a, b) => a - b);
    const [first = 0] = positions;
    expect(positions).toEqual(ids.map((_, index) => first + index));
    const events = await Promise.all(ids.map(async (id) => (await api.get<TimelineEntry>(`/events/${id}`)).body));
    expect(new Set(events.map(({ position }) => position))).toEqual(new Set(positions));
    for (const event of events) {
      expect(byPosition.get(event.position)).toMatchObject({ source: 'chancery', detailType: event.type });
      expect(byPosition.get(event.position)?.detail).toEqual({
        specversion: '1.0',
        id: event.id,
        source: '/chancery',
        type: event.type,
        subject: event.stream,
        time: event.recordedAt,
        datacontenttype: 'application/json',
        dataschema: `urn:chancery:event:${event.type}:1`,
        recordedtime: event.recordedAt,
        position: event.position,
        streamversion: event.version,
        correlationid: 'seed-brief',
        data: { ...event, ...facetsOf(event) },
      });
    }
  });
});

describe('the timeline of Bangladesh and Pakistan', () => {
  it('has the whole brief in the order in which it happened', async () => {
    const { status, headers, body } = await api.get<Page<TimelineEntry>>(`${timeline}?order=oldest`);
    expect([status, headers['link'], body.next]).toEqual([200, undefined, null]);
    const place = ({ from, position }: TimelineEntry) => `${from ?? ''} ${String(position).padStart(9, '0')}`;
    expect(body.items).toEqual(body.items.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)));
    // Streams are appended to side by side, so two events of one day may come in either order.
    const byDay = body.items.toSorted((a, b) => (`${a.from} ${a.type}` < `${b.from} ${b.type}` ? -1 : 1));
    expect(byDay.map(({ occurred, type }) => `${occurred} ${type}`)).toEqual([
      '1971 ContextEventRecorded',
      '1974-02-22 RecognitionGranted',
      '1974-04-09 AgreementSigned',
      '1974-06-27/1974-06-29 VisitConducted',
      '1976 MissionOpened',
      '2016 CriticismExpressed',
      '2024-08/.. AssessmentRecorded',
      '2024-08 ContextEventRecorded',
      '2024-08/2024-12~ RestrictionEased',
      '2024-09-25? MeetingHeld',
      '2024-12-19 MeetingHeld',
      '2025-01~ StatementMade',
      '2025-01~ TalksHeld',
      '2025-01~ TalksHeld',
      '2025-01~ VisitConducted',
      '2025-01-13/2025-01-18 MeetingHeld',
      '2025-01-14 IntentDeclared',
      '2025-01-14 MeetingHeld',
      '2025-01-14 MeetingHeld',
      '2025-01-14 StatementMade',
      '2025-01-15 AppealMade',
      '2025-01-15 IntentDeclared',
      '2025-01-15 MeetingHeld',
      '2025-01-16 AssessmentRecorded',
      '2025-01-16 AssessmentRecorded',
      '2025-01-21~/2025-01-24~ VisitConducted',
      '2025-01-24 StatementMade',
    ]);
    expect(body.items.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(new Set(body.items.map(({ recordedBy }) => recordedBy.subject))).toEqual(new Set([archivist]));
  });

  it('begins with the newest unless told otherwise', async () => {
    const newest = await api.get<Page>(timeline);
    const oldest = await api.get<Page>(`${timeline}?order=oldest`);
    expect(newest.body.items).toEqual(oldest.body.items.toReversed());
  });

  it.for([
    ['modality=hypothetical', ['TalksHeld 2025-01~']],
    ['type=MissionOpened,RecognitionGranted&order=oldest', ['RecognitionGranted 1974-02-22', 'MissionOpened 1976']],
    ['from=1974-04-09&to=1974-06-27', ['VisitConducted 1974-06-27/1974-06-29', 'AgreementSigned 1974-04-09']],
    ['from=1974-06-28&to=1974-06-28', ['VisitConducted 1974-06-27/1974-06-29']],
    ['to=1970-12-31', []],
    ['from=2025-02-01', ['AssessmentRecorded 2024-08/..']],
    ['minCredibility=3&type=TalksHeld', ['TalksHeld 2025-01~']],
    ['minCredibility=6&type=TalksHeld', ['TalksHeld 2025-01~', 'TalksHeld 2025-01~']],
    [
      'from=2025-01-20&to=2025-01-20&type=VisitConducted,TalksHeld&modality=held&minCredibility=1',
      ['VisitConducted 2025-01~'],
    ],
  ] as const)('can be asked for %s', async ([query, expected]) => {
    const { status, body } = await api.get<Page>(`${timeline}?${query}`);
    expect([status, body.items.map((entry) => `${entry.type} ${'occurred' in entry ? entry.occurred : ''}`)]).toEqual([
      200,
      expected,
    ]);
  });

  it.for(['order=oldest', 'order=newest', 'modality=held&order=oldest'])(
    'comes in pages that its links lead through, with %s',
    async (query) => {
      const whole = await api.get<Page>(`${timeline}?${query}`);
      const { items, pages } = await allPages(api, `${timeline}?${query}&limit=5`);
      expect([items, pages]).toEqual([whole.body.items, Math.ceil(whole.body.items.length / 5)]);
    },
  );

  it('goes on from a cursor with another page size, and with the filters it was made for', async () => {
    const first = await api.get<Page>(`${timeline}?type=MeetingHeld&limit=2`);
    const next = encodeURIComponent(String(first.body.next));
    expect(nextPage(first)).toBe(`${timeline}?type=MeetingHeld&limit=2&cursor=${next}`);
    const rest = await api.get<Page>(`${timeline}?type=MeetingHeld&limit=1000&cursor=${next}`);
    const whole = await api.get<Page>(`${timeline}?type=MeetingHeld`);
    expect([...first.body.items, ...rest.body.items]).toEqual(whole.body.items);
    expect(rest.body.next).toBeNull();
  });
});
