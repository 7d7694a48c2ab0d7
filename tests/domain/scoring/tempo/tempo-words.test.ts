import { describe, expect, it } from 'vitest';
import { monthsLater } from '#shared/domain/dates/calendar.ts';
import type { TempoChange } from '#shared/domain/scoring/tempo/tempo-changes.ts';
import { tempoPhasesOf } from '#shared/domain/scoring/tempo/tempo-phases.ts';
import { changeWords, figure, tempoWords } from '#shared/domain/scoring/tempo/tempo-words.ts';

const change: TempoChange = {
  kind: 'rise',
  month: '2024-08',
  posterior: { likely: [], from: '2024-07', to: '2024-09' },
  before: { perYear: 0.05, low: 0.01, high: 0.1 },
  after: { perYear: 3, low: 1, high: 7 },
  bayesFactor: 122.4,
  evidence: { before: { ids: [], more: 0 }, after: { ids: [], more: 0 } },
};
const phasesOf = (counts: readonly number[]) =>
  tempoPhasesOf(
    {
      basis: 'constant',
      months: counts.map((count, index) => ({ month: monthsLater('2010-01', index), count, exposure: 1, events: [] })),
    },
    'conflictual',
  );

describe('the words of a change of tempo', () => {
  it('are those that an analyst may use', () => {
    expect(changeWords(change, 'cooperative')).toBe(
      'contacts rose from 0.05 to 3 a year in August 2024, Bayes factor 122',
    );
  });

  it('say less the less sure the change is', () => {
    expect(changeWords({ ...change, bayesFactor: 7 }, 'cooperative')).toMatch(/^contacts probably rose .*factor 7$/);
    expect(changeWords({ ...change, kind: 'fall', bayesFactor: 2.41 }, 'conflictual')).toMatch(
      /^conflictual events may have fallen .*factor 2\.4$/,
    );
    expect(changeWords({ ...change, bayesFactor: 1e12 }, 'cooperative')).toMatch(/factor above a million$/);
  });

  it('name the change that may just have begun, and warn of bursts', () => {
    const recent = tempoWords(phasesOf([...Array.from({ length: 48 }, () => 1), 9, 9]), 'conflictual');
    expect(recent.at(-1)).toMatch(
      /^conflictual events changed in the last six months with probability 1\.00, .* in January 2014/,
    );
    const bursts = tempoWords(
      phasesOf(Array.from({ length: 60 }, (_, month) => (month % 6 === 0 ? 6 : 0))),
      'conflictual',
    );
    expect(bursts.at(-1)).toBe('conflictual events come in bursts, so that changes are less sure than this');
  });

  it('say why there is too little to say', () => {
    expect(tempoWords(phasesOf([1, 2]), 'conflictual')).toEqual([
      'too little to say of conflictual events: months on record: 2, needed: 12',
    ]);
  });

  it('round to two figures, and to whole numbers from 10 on', () => {
    expect([0.0512, 3.04, 12.6, 1234.5].map(figure)).toEqual(['0.051', '3', '13', '1235']);
  });
});
