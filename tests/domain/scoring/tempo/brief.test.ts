import { describe, expect, it } from 'vitest';
import { tempoPhases } from '#shared/domain/scoring/tempo/tempo-phases.ts';
import { tempoWords } from '#shared/domain/scoring/tempo/tempo-words.ts';
import { tonePhases } from '#shared/domain/scoring/tone/tone-phases.ts';
import { toneWords } from '#shared/domain/scoring/tone/tone-words.ts';
import { briefFacts, briefFirstKnown } from '#tests/support/brief-facts.ts';

const through = '2025-01-16';
const record = { facts: briefFacts, firstKnown: briefFirstKnown, through };
const cooperative = tempoPhases(record, 'cooperative');
const conflictual = tempoPhases(record, 'conflictual');

describe('the sample brief, as known on 2025-01-16', () => {
  it('has one change of tempo: contacts become many times as frequent in August 2024', () => {
    if (cooperative.status !== 'analysed') throw new Error(cooperative.reason);
    const [change, ...others] = cooperative.changes;
    expect(others).toEqual([]);
    expect(change).toMatchObject({ kind: 'rise', month: '2024-08' });
    expect(change?.bayesFactor).toBeGreaterThan(100);
    expect(change?.before.low).toBeLessThan(0.05);
    expect(change?.before.high).toBeGreaterThan(0.05);
    expect(change?.before.perYear).toBeLessThan(0.1);
    expect(change?.after.perYear).toBeCloseTo(3, 0);
    expect(change?.posterior.likely.toSorted((a, b) => b.probability - a.probability)[0]?.month).toBe('2024-08');
  });

  it('rests that change on the four events from August 2024 on, and on the four before 1977', () => {
    if (cooperative.status !== 'analysed') throw new Error(cooperative.reason);
    expect(cooperative.changes[0]?.evidence).toEqual({
      before: {
        ids: ['relation.BGD-PAK.2', 'agreement.tripartite-1974.1', 'visit.bhutto-dhaka-1974-06.1', 'mission.BGD-PAK.1'],
        more: 0,
      },
      after: {
        ids: [
          'measure.bangladesh-entry-of-pakistanis.1',
          'relation.BGD-PAK.4',
          'relation.BGD-PAK.5',
          'visit.kamr-ul-hassan-pakistan-2025-01.1',
        ],
        more: 0,
      },
    });
  });

  it('says so in words', () => {
    expect(tempoWords(cooperative, 'cooperative')).toEqual([
      'contacts rose from 0.092 to 3.4 a year in August 2024, Bayes factor 186',
      'August 2024 is uncertain: 95 % from January 2022 to September 2024',
    ]);
  });

  it('has no change of conflict, and says which would have been seen', () => {
    expect(conflictual).toMatchObject({ status: 'analysed', changes: [], detectable: { fallTo: null } });
    expect(tempoWords(conflictual, 'conflictual')).toEqual([
      'no change in conflictual events is seen from January 1971 to January 2025; a rise from 0.019 to 4.2 a year in ' +
        'the last year would have been seen four times in five, no fall would',
    ]);
  });

  it('has no alarm of the last months yet: four events in six months are too few for one', () => {
    expect(cooperative).toMatchObject({ now: { isAlarm: false, month: '2024-08', alarms: [] } });
  });

  it('says too little of tone', () => {
    const tone = tonePhases(
      briefFacts.map((fact) => ({ ...fact, day: fact.from })),
      through,
    );
    expect(tone).toEqual({ status: 'too-little', reason: 'scored events on record: 9, needed: 16' });
    expect(toneWords(tone)).toEqual(['too little to say of tone: scored events on record: 9, needed: 16']);
  });

  it('has the same change when the record begins with the recognition of 1974', () => {
    const later = tempoPhases({ facts: briefFacts, through }, 'cooperative');
    expect(later).toMatchObject({ from: '1974-02', changes: [{ month: '2024-08' }] });
  });
});
