import { describe, expect, it } from 'vitest';
import { lagsOf } from '#functions/adapters/report-lags.ts';

const now = new Date('2025-01-20T09:00:30.000Z');
const recordedAt = '2025-01-20T09:00:00.000Z';

describe('the lags of consumers', () => {
  it('are not measured where nothing was to be done', () => {
    expect(lagsOf(7, [{ consumer: 'publish', position: 7, quarantined: 0 }], now)).toEqual([]);
    expect(lagsOf(7, [], now)).toEqual([]);
  });

  it('are measured for the function when its consumers have reached the end of the feed', () => {
    expect(lagsOf(7, [{ consumer: 'publish', position: 7, recordedAt, quarantined: 0 }], now)).toEqual([
      { name: 'ConsumerLagPositions', value: 0 },
      { name: 'ConsumerLagSeconds', value: 30 },
    ]);
  });

  it('are measured for each consumer that lags, and for no other', () => {
    const progress = [
      { consumer: 'timeline@2', position: 4, recordedAt, quarantined: 0 },
      { consumer: 'people@1', position: 7, recordedAt, quarantined: 0 },
      { consumer: 'trees@1', position: 2, quarantined: 0 },
    ];
    expect(lagsOf(7, progress, now)).toEqual([
      { name: 'ConsumerLagPositions', value: 5 },
      { name: 'ConsumerLagSeconds', value: 30 },
      { name: 'ConsumerLagPositions', value: 3, consumer: 'timeline@2' },
      { name: 'ConsumerLagSeconds', value: 30, consumer: 'timeline@2' },
      { name: 'ConsumerLagPositions', value: 5, consumer: 'trees@1' },
    ]);
  });
});
