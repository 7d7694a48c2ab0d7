import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, effectOf, happenedBy, inOrder } from '#shared/domain/lifecycles/lifecycle-step.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import { stepsIn } from '#tests/support/steps-in.ts';

const dates = [
  '2020',
  '2020-05',
  '2020-05-01',
  '2020-06',
  '2019',
  '2021-01~',
  '../2020',
  '2020-03/..',
  '2019-07/2020-02',
];
const idsOf = (events: readonly LifecycleEvent[]) => events.map(({ position }) => position);
const on = (...occurred: string[]) =>
  stepsIn('measure/arms', ...occurred.map((date) => ['SanctionImposed', date, 'GBR:source RUS:target'] as const));

describe('the order in which things happened', () => {
  it('is that of their days, not that of their recording', () => {
    expect(idsOf(inOrder(on('2022-03-01', '2020-01', '2021')))).toEqual([2, 3, 1]);
  });

  it('is that of their recording where the dates leave it open', () => {
    expect(idsOf(inOrder(on('2020-05-01', '2020')))).toEqual([1, 2]);
    expect(idsOf(inOrder(on('2020', '2020-05-01')))).toEqual([1, 2]);
    expect(idsOf(inOrder(on('2020-05-01', '2020-05-01')))).toEqual([1, 2]);
  });

  it('has every event once, and none before one that certainly happened earlier', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...dates), { maxLength: 12 }), fc.nat(), (occurred, seed) => {
        const course = on(...occurred);
        const ordered = inOrder(course.toSorted((a, b) => ((a.position * seed) % 7) - ((b.position * seed) % 7)));
        expect(idsOf(ordered).toSorted((a, b) => a - b)).toEqual(idsOf(course));
        expect(ordered).toEqual(inOrder(course));
        const days = ordered.map((event) => beginningOf(effectOf(event)));
        const late = days.filter(({ earliest }, index) =>
          days.slice(index + 1).some(({ latest }) => latest !== null && earliest !== null && latest < earliest),
        );
        expect(late).toEqual([]);
      }),
    );
  });
});

describe('what had happened by a day', () => {
  it('certainly had when its last possible first day is past, and possibly when the first is', () => {
    const course = on('2020-05');
    const count = (day: string) => {
      const { possibly, certainly } = happenedBy(day, course);
      return [possibly.length, certainly.length];
    };
    expect([count('2020-04-30'), count('2020-05-01'), count('2020-05-30'), count('2020-05-31')]).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
  });

  it('begins with the beginning of what lasts, and takes effect when it says so', () => {
    expect(beginningOf('2024-08/..')).toEqual({ earliest: '2024-08-01', latest: '2024-08-31' });
    expect(beginningOf('../2024')).toEqual({ earliest: null, latest: '2024-12-31' });
    const [denounced] = stepsIn('agreement/a', [
      'AgreementDenounced',
      '2024-01-01',
      'USA:signatory',
      { effective: '2025-01-01' },
    ]);
    expect(happenedBy('2024-12-31', denounced ? [denounced] : []).possibly).toEqual([]);
    expect(happenedBy('2025-01-01', denounced ? [denounced] : []).certainly).toEqual([denounced]);
  });

  it('is what was held: not what is planned, denied or withdrawn', () => {
    const more = [{ modality: 'planned' }, { modality: 'denied' }, { withdrawn: { reason: 'false' } }] as const;
    const course = stepsIn(
      'measure/arms',
      ...more.map((one) => ['SanctionImposed', '2020', 'GBR:source RUS:target', one] as const),
    );
    expect(happenedBy('2025-01-01', course)).toEqual({ possibly: [], certainly: [] });
  });
});
