import { describe, expect, it } from 'vitest';
import { aViolation, aProblem } from '#tests/support/a-problem.ts';
import { type Appended, useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';

const { api } = useCloud();

const kilobyte = 1024;

/** A meeting that takes about so many bytes, by the reports it rests on. */
function largeMeeting(meeting: ReturnType<typeof freshRelation>['meeting'], bytes: number) {
  const report = { publisher: '新'.repeat(120), title: '聞'.repeat(300), reference: '紙'.repeat(120) };
  const each = Buffer.byteLength(JSON.stringify(report)) + 1;
  return meeting({ evidence: { reports: Array.from({ length: Math.ceil(bytes / each) }, () => report) } });
}

describe('the limits of an append', () => {
  it('are what an event is refused for, even where a field of it is too long as well', async () => {
    const { path, meeting } = freshRelation();
    const novel = meeting({ summary: 'x'.repeat(64 * kilobyte) });
    expect(await api.post(path, novel)).toMatchObject(aProblem('payload-too-large'));
    expect(await api.post(path, meeting({ summary: 'x'.repeat(2001) }))).toMatchObject(
      aViolation({ pointer: '/summary' }),
    );
  });

  it('take 100 events in a commit and no more', async () => {
    const { path, meeting } = freshRelation();
    const events = Array.from({ length: 101 }, () => meeting());
    const refused = await api.post(path, events);
    expect(refused).toMatchObject(aProblem('payload-too-large', { detail: expect.stringContaining('100') as string }));
    expect((await api.get(path)).status).toBe(404);
    expect((await api.post<Appended>(path, events.slice(1))).body.version).toBe(100);
  });

  it('take 64 KB in an event and no more, and name the one', async () => {
    const { path, meeting } = freshRelation();
    const tooLarge = largeMeeting(meeting, 64 * kilobyte);
    const limit = { detail: expect.stringContaining('65536') as string };
    const refused = await api.post(path, [meeting(), tooLarge]);
    expect(refused).toMatchObject(aProblem('payload-too-large', { ...limit, errors: [{ pointer: '/1', ...limit }] }));
    const alone = await api.post(path, tooLarge);
    expect(alone).toMatchObject(aProblem('payload-too-large', { errors: [{ pointer: '', ...limit }] }));
    expect((await api.post(path, largeMeeting(meeting, 60 * kilobyte))).status).toBe(201);
  });

  it('take 200 KB in a commit and no more', async () => {
    const { path, meeting } = freshRelation();
    const large = largeMeeting(meeting, 50 * kilobyte);
    const limit = expect.stringContaining('204800') as string;
    const refused = await api.post(path, [large, large, large, large]);
    expect(refused).toMatchObject(
      aProblem('payload-too-large', { detail: limit, errors: [{ pointer: '', detail: limit }] }),
    );
    expect((await api.post(path, [large, large, large])).status).toBe(201);
  });

  it('hold for each of several commits on its own, and point at the one', async () => {
    const [one, two] = [freshRelation(), freshRelation()];
    const commits = [
      { stream: one.stream, events: [one.meeting()] },
      { stream: two.stream, events: [two.meeting(), largeMeeting(two.meeting, 64 * kilobyte)] },
    ];
    const { status, body } = await api.post('/events', { commits });
    expect([status, body]).toMatchObject([
      200,
      {
        results: [
          { version: 1 },
          { problem: { type: 'urn:chancery:problem:payload-too-large', errors: [{ pointer: '/commits/1/events/1' }] } },
        ],
      },
    ]);
  });

  it.for([
    ['five megabytes', 5 * kilobyte * kilobyte + 1, '5242880'],
    ['what the gateway takes', 10 * kilobyte * kilobyte + 1, '10485760'],
  ] as const)('end with a body above %s', async ([, bytes, limit]) => {
    const { path } = freshRelation();
    const refused = await api.post(path, JSON.stringify('x'.repeat(bytes)));
    expect(refused).toMatchObject(aProblem('payload-too-large', { detail: expect.stringContaining(limit) as string }));
  });
});
