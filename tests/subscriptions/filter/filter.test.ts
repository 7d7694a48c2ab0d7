import { describe, expect, it } from 'vitest';
import { Filter } from '#shared/subscriptions/filter/filter.ts';
import { viewsFrom, wanted } from '#shared/subscriptions/filter/matching.ts';
import { filterOf, filterParameters } from '#shared/api/protocol/filter-parameters.ts';
import * as z from 'zod';
import { service } from '#tests/support/service.ts';
import { as, sampleEvent } from '#tests/support/sample-event.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { eventId } from '#shared/domain/events/event-address.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { eventAt } from '#shared/ledger/event-at.ts';
import { recorder } from '#tests/support/recorder.ts';

type Recorded = readonly [stream: string, event: unknown];

/** Which of some events, counted from 1, a filter wants once they are recorded. */
async function wantedOf(filter: unknown, posted: readonly Recorded[]): Promise<number[]> {
  const { append, stores } = service();
  const recorded: RecordedEvent[] = [];
  for (const [stream, event] of posted) {
    const events = [NewEvent.parse(event)];
    const { version } = await append({ stream, expectedVersion: 'any', events, recordedBy: recorder() });
    const found = await eventAt(stores.ledger, eventId(stream, version));
    if (found !== undefined) recorded.push(found);
  }
  const found = await wanted(Filter.parse(filter), viewsFrom(stores.ledger), recorded);
  return found.map((event) => recorded.indexOf(event) + 1);
}

const rumour = meeting({ modality: 'hypothetical', topics: ['defence-ties'], evidence: { credibility: 4 } });
const talks = meeting({ ...as('BGD:participant', 'IND:participant'), topics: ['water'], evidence: { credibility: 2 } }); // prettier-ignore
const threat = sampleEvent('ThreatIssued', { ...as('PAK:source', 'IND:target'), bearsOn: ['BGD-MMR'], thirdParties: ['CHN'] }); // prettier-ignore
const events: Recorded[] = [
  ['relation/BGD-PAK', meeting()],
  ['relation/BGD-PAK', rumour],
  ['relation/BGD-IND', talks],
  ['relation/IND-PAK', threat],
];

const inStream = (stream: string, posted: readonly unknown[]): Recorded[] => posted.map((event) => [stream, event]);

describe('a filter', () => {
  it.each([
    ['everything when it is empty', {}, [1, 2, 3, 4]],
    ['types', { types: ['ThreatIssued', 'VisitConducted'] }, [4]],
    ['any of some parties', { parties: { any: ['IND', 'USA'] } }, [3, 4]],
    ['all of some parties', { parties: { all: ['IND', 'BGD'] } }, [3]],
    ['any and all parties, and a topic', { parties: { any: ['BGD', 'PAK'], all: ['IND'] }, topics: ['water'] }, [3]],
    ['dyads of those who take part, and those it bears on', { dyads: ['BGD-MMR', 'BGD-IND'] }, [3, 4]],
    ['no party that is only mentioned', { parties: { any: ['CHN', 'MMR'] } }, []],
    ['topics', { topics: ['water', 'trade'] }, [3]],
    ['quad classes', { quadClasses: ['verbal-conflict'] }, [4]],
    ['modalities', { modality: ['hypothetical', 'denied'] }, [2]],
    ['credibility at least so good, the unassessed being the worst', { minCredibility: 3 }, [3]],
    ['every credibility with 6', { minCredibility: 6 }, [1, 2, 3, 4]],
    ['what all its parts want', { types: ['MeetingHeld'], parties: { any: ['PAK'] }, modality: ['held'] }, [1]],
  ])('wants %s', async (_, filter, expected) => {
    expect(await wantedOf(filter, events)).toEqual(expected);
  });

  it('wants the corrections of the events that it wants, whatever stream they are in', async () => {
    const retraction = { type: 'EventRetracted', of: 'visit.dhaka.1', reason: 'false' };
    const posted = inStream('visit/dhaka', [visit(), retraction]);
    for (const filter of [{ parties: { all: ['BGD', 'PAK'] } }, { types: ['VisitConducted'] }, { dyads: ['BGD-PAK'] }])
      expect(await wantedOf(filter, posted)).toEqual([1, 2]);
    expect(await wantedOf({ types: ['EventRetracted'] }, posted)).toEqual([2]);
    expect(await wantedOf({ parties: { any: ['IND'] } }, posted)).toEqual([]);
  });

  it('wants a correction that makes an event one that it wants', async () => {
    const of = 'relation.BGD-PAK.1';
    const corrections = [
      { type: 'EventConfirmed', of },
      { type: 'CredibilityAssessed', of, evidence: { reliability: 'A', credibility: 1 } },
      { type: 'EventCorrected', of, changes: { topics: ['water'] } },
    ];
    const of2 = (filter: unknown) => wantedOf(filter, inStream('relation/BGD-PAK', [rumour, ...corrections]));
    expect(await of2({ modality: ['held'] })).toEqual([2]);
    expect(await of2({ minCredibility: 2 })).toEqual([3]);
    expect(await of2({ topics: ['water'] })).toEqual([4]);
    expect(await of2({ modality: ['hypothetical'] })).toEqual([1, 2, 3, 4]);
  });

  it('names the field that is wrong, and says what was expected', () => {
    const messages = (filter: unknown) =>
      Filter.safeParse(filter).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    expect(messages({ parties: { any: ['BGG'] } })?.[0]).toMatch(
      /^parties\.any\.0: expected an ISO 3166-1 alpha-3 code/,
    );
    expect(messages({ dyads: ['PAK-BGD'] })).toEqual(['dyads.0: expected the codes in order: "BGD-PAK"']);
    expect(messages({ parties: {} })).toEqual(['parties: expected any, all, or both']);
    expect(messages({ types: [] })?.[0]).toMatch(/^types: /);
    expect(messages({ party: ['BGD'] })?.[0]).toContain('"party"');
    expect(messages({ minCredibility: 7 })?.[0]).toMatch(/^minCredibility: /);
  });

  it('is said in query parameters as it is in JSON', () => {
    const query = {
      type: 'MeetingHeld,EventRetracted',
      party: 'BGD,IND',
      partyAll: 'PAK',
      dyad: 'BGD-PAK',
      topic: 'defence-ties,water',
      quadClass: 'verbal-cooperation',
      modality: 'held',
      minCredibility: 3,
      q: 'hasina "joint statement"',
    };
    const filter = filterOf(z.strictObject(filterParameters()).parse(query));
    expect(filter).toEqual({
      types: ['MeetingHeld', 'EventRetracted'],
      parties: { any: ['BGD', 'IND'], all: ['PAK'] },
      dyads: ['BGD-PAK'],
      topics: ['defence-ties', 'water'],
      quadClasses: ['verbal-cooperation'],
      modality: ['held'],
      minCredibility: 3,
      q: 'hasina "joint statement"',
    });
    expect(Filter.parse(filter)).toEqual(filter);
    expect(filterOf({})).toEqual({});
    const { type: types, party: parties, partyAll: partiesAll, dyad: dyads, topic: topics, quadClass: quadClasses, ...rest } = query; // prettier-ignore
    const inTheSameWords = { types, parties, partiesAll, dyads, topics, quadClasses, ...rest };
    expect(filterOf(z.strictObject(filterParameters()).parse(inTheSameWords))).toEqual(filter);
  });
});
