import { describe, expect, it } from 'vitest';
import type { Correction } from '#shared/domain/corrections/correction.ts';
import { reportedHistory, reportedState } from '#shared/domain/corrections/known-by-report.ts';
import type { Recorded, RecordedDiplomaticEvent } from '#shared/domain/events/recorded-event.ts';
import { meeting } from '#tests/support/events.ts';
import { recorder } from '#tests/support/recorder.ts';

const recordedAt = '2026-11-23T09:00:00.000Z';
const recorded = {
  id: 'relation.BGD-PAK.1',
  stream: 'relation/BGD-PAK',
  version: 1,
  recordedAt,
  recordedBy: recorder(),
};
const event = (more: object): RecordedDiplomaticEvent => ({
  ...meeting({ occurred: '2025-01-14', ...more }),
  ...recorded,
});
const correction = (more: object, at = recordedAt) =>
  ({ schemaVersion: 1, of: recorded.id, ...recorded, recordedAt: at, ...more }) as Correction & Recorded;
const since = (more: object, ...corrections: (Correction & Recorded)[]) =>
  reportedHistory(event(more), corrections, '9999-12-31T00:00:00.000Z')?.since;

describe('an event as it was known by report', () => {
  it('is known from its earliest report, whether that says a day or an instant', () => {
    expect(since({ reportedAt: '2025-01-16' })).toBe('2025-01-16T00:00:00.000Z');
    expect(since({ reportedAt: '2025-01-16T09:30:00Z' })).toBe('2025-01-16T09:30:00.000Z');
    const reports = [
      { publisher: 'Dawn', publishedOn: '2025-01-17' },
      { publisher: 'BSS', publishedOn: '2025-01-15' },
    ];
    expect(since({ reportedAt: '2025-01-16', evidence: { reports } })).toBe('2025-01-15T00:00:00.000Z');
  });

  it('is known from an earlier report that was attached later', () => {
    const attached = correction({ type: 'ReportAttached', report: { publisher: 'BSS', publishedOn: '2025-01-15' } });
    expect(since({ reportedAt: '2025-01-16' }, attached)).toBe('2025-01-15T00:00:00.000Z');
  });

  it('is known, without a dated report, from the last day on which it may have happened', () => {
    expect(since({ occurred: '1974-06-27/1974-06-29' })).toBe('1974-06-29T00:00:00.000Z');
    expect(since({ occurred: '2024-08/..' })).toBe('2024-08-01T00:00:00.000Z');
    expect(since({ evidence: { reports: [{ publisher: 'Dawn' }] } })).toBe('2025-01-14T00:00:00.000Z');
  });

  it('is known no later than it was recorded', () => {
    for (const more of [{ occurred: '2031' }, { reportedAt: '2031-01-01' }]) expect(since(more)).toBe(recordedAt);
  });

  const known = (instant: string, ...corrections: (Correction & Recorded)[]) =>
    reportedState(event({ reportedAt: '2025-01-16' }), corrections, `${instant}T00:00:00.000Z`);

  it('is not known before its first report', () => {
    expect(known('2025-01-15')).toBeUndefined();
    expect(known('2025-01-16')).toMatchObject({ since: '2025-01-16T00:00:00.000Z', event: { occurred: '2025-01-14' } });
  });

  it('is corrected from the report of the correction, or from its recording', () => {
    const denied = correction({ type: 'EventDenied', by: 'PAK', reportedAt: '2025-01-20' });
    const assessed = correction({ type: 'CredibilityAssessed', evidence: { reliability: 'A', credibility: 1 } });
    expect(known('2025-01-19', assessed, denied)?.event).toMatchObject({ modality: 'held' });
    expect(known('2025-01-20', assessed, denied)?.event).toMatchObject({ modality: 'denied', corrections: 1 });
    expect(known('2025-01-20', assessed, denied)?.since).toBe('2025-01-20T00:00:00.000Z');
    expect(known('2026-11-24', assessed, denied)?.event).toMatchObject({
      corrections: 2,
      evidence: { credibility: 1 },
    });
  });

  it('is moved in the order of recording: a date or a field is not known before those that were corrected earlier', () => {
    const refined = correction({ type: 'EventDateRefined', occurred: '2025-01-13', reportedAt: '2025-01-25' });
    const changed = correction({ type: 'EventCorrected', changes: { topics: ['trade'] }, reportedAt: '2025-01-20' });
    expect(known('2025-01-24', refined, changed)?.event).not.toHaveProperty('topics');
    expect(known('2025-01-25', refined, changed)?.event).toMatchObject({ occurred: '2025-01-13', topics: ['trade'] });
    expect(known('2025-01-20', changed, refined)?.event).toMatchObject({ occurred: '2025-01-14', topics: ['trade'] });
  });
});
