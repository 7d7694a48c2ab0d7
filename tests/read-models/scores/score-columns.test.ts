import { describe, expect, it } from 'vitest';
import { csvLines } from '#tests/support/csv-lines.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { monthColumns, partnerColumns } from '#shared/read-models/scores/score-columns.ts';
import { request } from '#tests/support/requests.ts';

const summary = {
  n: 2,
  weight: 1.5,
  mean: 3,
  min: 1,
  max: 7,
  interval: { low: -1.5, high: 7.5 },
  quadClasses: { 'verbal-cooperation': 2, 'material-cooperation': 0, 'verbal-conflict': 0, 'material-conflict': 0 },
};
const none = { n: 0, weight: 0, mean: null, min: null, max: null, interval: null };
const asCsv = request({ headers: { accept: 'text/csv' } });

describe('scores as CSV', () => {
  it('are a line for each month, with empty cells where there was no event', () => {
    const index = { slow: 1.238, fast: 1.594, weight: 1.405 };
    const items = [
      { month: '2025-01', ...summary, index, events: '' },
      { month: '2025-02', ...summary, ...none, index, events: '' },
    ];
    const { body } = listReply(asCsv, { items, next: null }, { file: 'score', columns: monthColumns });
    expect(csvLines(body)).toEqual([
      'month,n,weight,mean,min,max,intervalLow,intervalHigh,verbalCooperation,materialCooperation,verbalConflict,materialConflict,slowIndex,fastIndex,indexWeight',
      '2025-01,2,1.5,3,1,7,-1.5,7.5,2,0,0,0,1.238,1.594,1.405',
      '2025-02,0,0,,,,,,2,0,0,0,1.238,1.594,1.405',
    ]);
  });

  it('are a line for each partner', () => {
    const items = [{ partner: 'PAK', dyad: 'BGD-PAK', ...summary, meanBefore: null, change: null }];
    const { body } = listReply(asCsv, { items, next: null }, { file: 'partners', columns: partnerColumns });
    expect(csvLines(body)[1]).toBe('PAK,BGD-PAK,2,1.5,3,1,7,-1.5,7.5,2,0,0,0,,');
  });
});
