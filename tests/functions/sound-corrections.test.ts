import { beforeEach, describe, expect, it } from 'vitest';
import { type Reply, service } from '#tests/support/service.ts';
import { as } from '#tests/support/sample-event.ts';
import { meeting, visit } from '#tests/support/events.ts';

const relation = 'relation/BGD-PAK';
const met = 'relation.BGD-PAK.1';
let now: string;
let chancery: ReturnType<typeof service>;

beforeEach(async () => {
  now = '2025-01-20T12:00:00Z';
  chancery = service(undefined, () => new Date(now));
  await chancery.post(relation, meeting());
});

/** Posts to the relation: 'recorded', 'nothing', or the rule that refused it. */
const posted = async (...events: object[]): Promise<unknown> => outcome(await chancery.post(relation, events));
const outcome = ({ status, body }: Reply): unknown =>
  status === 201 ? 'recorded' : status === 200 ? 'nothing' : (body.rule ?? body);

const refined = (occurred: string, of = met) => ({ type: 'EventDateRefined', of, occurred });
const corrected = (changes: object, of = met) => ({ type: 'EventCorrected', of, changes });
const confirmed = (of = met) => ({ type: 'EventConfirmed', of });
const attached = (report: object, of = met) => ({ type: 'ReportAttached', of, report });
const bilateral = (...who: string[]) => as(...who.map((party) => `${party}:participant` as const));

describe('a corrected date', () => {
  it('is held to the times of the states that take part, as a first report is', async () => {
    expect(await posted(meeting({ occurred: '1950' }))).toBe('party-not-in-existence');
    expect(await posted(refined('1950'))).toBe('party-not-in-existence');
    expect(await posted(refined('1971-03-26'))).toBe('recorded');
  });

  it('is held to them as the parties were corrected before, whether the read models have that or not', async () => {
    await chancery.post(
      relation,
      meeting({ occurred: '1970-05-01', ...bilateral('IND', 'PAK'), thirdParties: ['BGD'] }),
    );
    const background = 'relation.BGD-PAK.2';
    expect(await posted(refined('1950', background))).toBe('recorded');
    expect(await posted(refined('1990', background))).toBe('recorded');
    expect(await posted(corrected(bilateral('BGD', 'PAK'), background))).toBe('recorded');
    expect(await posted(refined('1950', background))).toBe('party-not-in-existence');
    for (let recorded = 0; recorded < 25; recorded += 1) await posted(meeting());
    await chancery.catchUp();
    expect(await posted(refined('1950', background))).toBe('party-not-in-existence');
  });

  it('may go back with the parties of that time, in one post', async () => {
    const earlier = { ...bilateral('IND', 'PAK'), thirdParties: ['BGD'] };
    expect(await posted(refined('1950'), corrected(earlier))).toBe('recorded');
  });

  it('gives the first answer again under its key, whatever was corrected since', async () => {
    const once = { 'idempotency-key': 'once' };
    const earlier = [refined('1950'), corrected({ ...bilateral('IND', 'PAK'), thirdParties: ['BGD'] })];
    const first = await chancery.post(relation, earlier, once);
    await posted(refined('2025-01-14'), corrected(bilateral('BGD', 'PAK')));
    expect(await posted(refined('1950'))).toBe('party-not-in-existence');
    const again = await chancery.post(relation, earlier, once);
    expect(again).toEqual({ ...first, body: { ...first.body, repeated: true } });
  });

  it('of what was held is not in the future', async () => {
    expect(await posted(refined('2025-01-22'))).toBe('held-in-the-future');
    expect(await posted(refined('2025-01-21'))).toBe('recorded');
  });
});

describe('corrected parties', () => {
  it('do not make the event one of another relation', async () => {
    expect(await posted(corrected(bilateral('IND', 'PAK')))).toBe('parties-not-of-this-relation');
    expect(await posted(corrected({ ...bilateral('IND', 'PAK'), thirdParties: ['BGD'] }))).toBe('recorded');
    expect(await posted(corrected({ thirdParties: ['CHN'] }))).toBe('parties-not-of-this-relation');
  });

  it('do not make the event one of another mission or another country', async () => {
    await chancery.post('mission/BGD-PAK', { type: 'MissionOpened', occurred: '1976', ...as('BGD:sender', 'PAK:receiver') });
    const mission = corrected(as('BGD:sender', 'IND:receiver'), 'mission.BGD-PAK.1');
    expect(outcome(await chancery.post('mission/BGD-PAK', mission))).toBe('parties-not-of-this-mission');
    await chancery.post('country/BGD', { type: 'ContextEventRecorded', kind: 'election', occurred: '2024', ...as('BGD:subject') });
    const country = corrected(as('PAK:subject'), 'country.BGD.1');
    expect(outcome(await chancery.post('country/BGD', country))).toBe('country-not-mentioned');
  }); // prettier-ignore

  it('were there on the day, as it was refined before', async () => {
    expect(await posted(refined('1985'))).toBe('recorded');
    expect(await posted(corrected(bilateral('BGD', 'PAK', 'RUS')))).toBe('party-not-in-existence');
    expect(await posted(refined('2024'))).toBe('recorded');
    expect(await posted(corrected(bilateral('BGD', 'PAK', 'RUS')))).toBe('recorded');
  });

  it('take the roles that the type of the event knows', async () => {
    expect(await posted(corrected(as('BGD:sender', 'PAK:receiver')))).toBe('changes-not-of-this-type');
    expect(await posted(corrected(bilateral('BGD')))).toBe('changes-not-of-this-type');
  });

  it('leave a correction of anything else alone, also of a record that is older than a rule', async () => {
    expect(await posted(corrected({ summary: 'In Dhaka' }))).toBe('recorded');
    const assessed = { type: 'CredibilityAssessed', of: met, evidence: { reliability: 'B', credibility: 2 } };
    expect(await posted(assessed)).toBe('recorded');
  });
});

describe('an event on a day that has not come', () => {
  it('is refused as held, in a sentence that says what to do, but for the time zones’ one day', async () => {
    expect(await chancery.post(relation, meeting({ occurred: '2025-01-22' }))).toMatchObject({
      status: 422,
      body: {
        rule: 'held-in-the-future',
        detail: expect.stringMatching(/occurred 2025-01-22 is after the day of recording, 2025-01-20: give .* planned/),
      },
    });
    expect(await posted(meeting({ occurred: '2025-01-21' }))).toBe('recorded');
    expect(await posted(meeting({ occurred: '2025-01~/2025-03' }), meeting({ occurred: '../2026' }))).toBe('recorded');
  });

  it.each(['planned', 'hypothetical', 'denied'])('is recorded as %s', async (modality) => {
    expect(await posted(meeting({ occurred: '2025-06', modality }))).toBe('recorded');
  });

  it('is confirmed when it has come', async () => {
    const planned = 'visit.dhaka.1';
    const post = async (event: object) => outcome(await chancery.post('visit/dhaka', event));
    expect(await post(visit({ occurred: '2025-01-15', modality: 'planned' }))).toBe('recorded');
    expect(await post(refined('2025-02-03', planned))).toBe('recorded');
    expect(await post(confirmed(planned))).toBe('held-in-the-future');
    now = '2025-02-03T09:00:00Z';
    expect(await post(confirmed(planned))).toBe('recorded');
  });
});

describe('a denial', () => {
  it('is the word of those who are said to take part', async () => {
    const denied = (by: string) => ({ type: 'EventDenied', of: met, by });
    expect(await posted(denied('FJI'))).toBe('denied-by-a-stranger');
    expect(await posted(denied('PAK'))).toBe('recorded');
    expect(await posted(corrected({ ...bilateral('BGD', 'PAK', 'IND') }))).toBe('recorded');
    expect(await posted(denied('IND'))).toBe('recorded');
  });
});

describe('a report that the event has already', () => {
  const dawn = { publisher: 'Dawn', title: 'Talks', url: 'https://dawn.com/1' };

  it('makes no new version, whatever the order of its fields', async () => {
    expect(await posted(attached(dawn))).toBe('recorded');
    const { url, title, publisher } = dawn;
    expect(await posted(attached({ url, title, publisher }))).toBe('nothing');
    for (let recorded = 0; recorded < 25; recorded += 1) await posted(meeting());
    await chancery.catchUp();
    expect(await chancery.post(relation, attached(dawn))).toMatchObject({
      status: 200,
      body: { version: 27, events: [] },
    });
    expect(await posted(attached({ ...dawn, title: 'Talks held' }))).toBe('recorded');
  });

  it('is left out of what is posted with it, and may come with the event itself', async () => {
    await chancery.post(relation, meeting({ evidence: { reports: [dawn] } }));
    const of = 'relation.BGD-PAK.2';
    const bss = { publisher: 'BSS' };
    const answer = await chancery.post(relation, [attached(dawn, of), attached(bss, of), attached(bss, of)]);
    expect(answer.body).toMatchObject({ version: 3, events: [{ version: 3 }] });
  });

  it('posted with onDuplicate=attach names the event that has it, and records nothing', async () => {
    await chancery.catchUp();
    const event = meeting({ evidence: { reports: [dawn] } });
    expect((await chancery.attach(relation, event)).body).toMatchObject({ version: 2, attachedTo: met });
    expect(await chancery.attach(relation, event)).toMatchObject({
      status: 200,
      body: { version: 2, events: [], attachedTo: met },
    });
  });
});
