import { beforeAll, describe, expect, it } from 'vitest';
import seedBrief from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };
import { service } from '#tests/support/service.ts';

const chancery = service(undefined, () => new Date('2025-01-30T12:00:00Z'));

beforeAll(async () => {
  await chancery.postCommits(seedBrief);
  await chancery.catchUp();
});

type Body = Readonly<Record<string, unknown>>;
type Query = Readonly<Record<string, string>>;

const has = (...items: readonly object[]) => ({ items: expect.arrayContaining(items.map(containing)) as unknown });

/** Matches an object that has these fields, and lists in them that have these items. */
function containing(value: unknown): unknown {
  if (Array.isArray(value)) return expect.arrayContaining(value.map(containing));
  if (typeof value !== 'object' || value === null || 'asymmetricMatch' in value) return value;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(value).map(([name, field]) => [name, containing(field)])),
  );
}

const officer = { party: 'BGD', person: { name: 'S M Kamr-ul-Hassan' } };
const met = (name: string, office: string) => ({
  type: 'MeetingHeld',
  participants: [officer, { party: 'PAK', person: { name }, office }],
});
const until = { through: '2025-01-16' };
const pair = '/relations/BGD-PAK';
const timeline = `${pair}/timeline`;

/** Each sentence of the brief of 16 January 2025: where it is asked for, and what is there. */
const sentences: readonly (readonly [sentence: string, path: string, query: Query, expected: Body])[] = [
  [
    'A Bangladesh army lieutenant general, the Principal Staff Officer of the Armed Forces Division, is in Pakistan.',
    '/visits',
    { dyad: 'BGD-PAK', from: '2025-01-01', to: '2025-01-31' },
    has({
      visitors: ['BGD'],
      hosts: ['PAK'],
      place: { country: 'PAK' },
      people: [{ ...officer, office: 'Principal Staff Officer, Armed Forces Division' }],
    }),
  ],
  [
    'He is a lieutenant general of the army.',
    timeline,
    { q: '"army lieutenant general"' },
    has({ type: 'VisitConducted', participants: [officer] }),
  ],
  [
    'He meets the Army Chief, General Syed Asim Munir.',
    timeline,
    { type: 'MeetingHeld', q: 'general munir' },
    has(met('Syed Asim Munir', 'Chief of Army Staff')),
  ],
  [
    'He meets the Air Chief, Air Chief Marshal Zaheer Ahmed Baber Sidhu.',
    timeline,
    { type: 'MeetingHeld', q: '"air chief marshal" sidhu' },
    has(met('Zaheer Ahmed Baber Sidhu', 'Chief of the Air Staff')),
  ],
  [
    'They discuss bilateral collaboration, defence ties and regional security.',
    timeline,
    { topic: 'defence-ties', type: 'MeetingHeld' },
    has({ topics: ['defence-ties', 'regional-security'], summary: expect.stringContaining('bilateral collaboration') }),
  ],
  [
    'They discuss intelligence sharing and common security challenges.',
    timeline,
    { topic: 'intelligence-sharing', type: 'TalksHeld' },
    has({ modality: 'held', summary: expect.stringContaining('common security challenges') }),
  ],
  [
    'Both sides stress resilience against external influences.',
    timeline,
    { topic: 'resilience' },
    has({
      type: 'StatementMade',
      participants: [
        { party: 'BGD', role: 'declarant' },
        { party: 'PAK', role: 'declarant' },
      ],
      topics: ['external-influences'],
    }),
  ],
  [
    'There may have been talks on strategic partnerships.',
    timeline,
    { modality: 'hypothetical' },
    has({ type: 'TalksHeld', topics: ['strategic-partnership'] }),
  ],
  [
    'Such exchanges are rare.',
    `${pair}/tempo`,
    until,
    { rarity: containing({ firstSince: [{ words: expect.stringMatching(/^the first /) }] }) },
  ],
  [
    'They are said to be rare.',
    timeline,
    { q: 'exchanges rare', type: 'VisitConducted' },
    has({ summary: expect.stringContaining('such exchanges are rare') }),
  ],
  [
    'They may signal a thaw.',
    timeline,
    { type: 'AssessmentRecorded' },
    has({ claim: 'thaw', summary: expect.stringContaining('may be thawing') }),
  ],
  [
    'In 1971 Bangladesh separated from Pakistan in the Liberation War.',
    timeline,
    { from: '1971-01-01', to: '1971-12-31' },
    has({ type: 'ContextEventRecorded', kind: 'war-and-separation', thirdParties: ['IND'] }),
  ],
  [
    'Sheikh Hasina was ousted in August 2024 in a student-led uprising.',
    '/people/person:bgd-sheikh-hasina/events',
    {},
    has({
      occurred: '2024-08',
      kind: 'government-change',
      topics: ['student-led-uprising'],
      participants: [{ party: 'BGD', office: 'Prime Minister' }],
    }),
  ],
  [
    'Sheikh Hasina is a person of Bangladesh.',
    '/people',
    { name: 'Sheikh Hasina' },
    has({ id: 'person:bgd-sheikh-hasina', match: 'same', parties: ['BGD'] }),
  ],
  [
    'Since then ties have warmed, by what was reported.',
    '/people/person:bgd-sheikh-hasina/events',
    { q: 'ties warm' },
    has({ summary: expect.stringContaining('ties with Pakistan warm afterwards') }),
  ],
  [
    'Since then meetings have become more frequent.',
    `${pair}/phases`,
    until,
    {
      tempo: containing({
        cooperative: {
          words: [
            expect.stringMatching(/^contacts rose from 0\.\d+ to [\d.]+ a year in August 2024, Bayes factor \d+$/),
          ],
        },
      }),
    },
  ],
  [
    'Bangladesh has a close relationship with India.',
    '/relations/BGD-IND/timeline',
    { type: 'AssessmentRecorded' },
    has({ claim: 'close-relationship', author: 'brief-2025-01-16' }),
  ],
  [
    'India is a rival of Pakistan.',
    '/relations/IND-PAK/timeline',
    { type: 'AssessmentRecorded' },
    has({ claim: 'rivalry', author: 'brief-2025-01-16' }),
  ],
];

describe('the brief, sentence by sentence', () => {
  it.each(sentences)('%s', async (_sentence, path, query, expected) => {
    const { status, body } = await chancery.get(path, query);
    expect([status, body]).toEqual([200, expect.objectContaining(expected)]);
  });

  it('knew of the rise of August 2024 on 16 January 2025, before what was added later', async () => {
    const clock = { now: new Date('2025-01-16T12:00:00Z') };
    const then = service(undefined, () => clock.now);
    const isLater = ({ idempotencyKey }: { idempotencyKey: string }) =>
      ['seed-details', 'seed-f01', 'seed-f02'].includes(idempotencyKey);
    await then.postCommits({ commits: seedBrief.commits.filter((one) => !isLater(one)) });
    clock.now = new Date('2025-01-30T12:00:00Z');
    await then.postCommits({ commits: seedBrief.commits.filter(isLater) });
    await then.catchUp();
    const { body } = await then.phases('BGD-PAK', { asOf: '2025-01-16T23:59:59Z' });
    const { words, analysis } = (body.tempo as { cooperative: { words: string[]; analysis: object } }).cooperative;
    expect(words[0]).toBe('contacts rose from 0.092 to 3.4 a year in August 2024, Bayes factor 186');
    expect(analysis).toMatchObject({ changes: [{ kind: 'rise', month: '2024-08' }] });
    expect(body.through).toBe('2025-01-16');
  });

  it('shows both assessments of India beside the relation that they bear on, unscored', async () => {
    const { body } = await chancery.get(timeline, { type: 'AssessmentRecorded' });
    const claims = new Set((body.items as Body[]).map(({ claim }) => claim));
    expect(claims).toEqual(new Set(['close-relationship', 'rivalry', 'thaw']));
    const scored = await chancery.get('/relations/IND-PAK');
    expect(scored.body.index).toMatchObject({ weight: 0 });
  });
});
