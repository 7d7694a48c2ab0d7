import { describe, expect, it } from 'vitest';
import { measureOn } from '#shared/domain/lifecycles/measure.ts';
import { stepsIn, type Told } from '#tests/support/steps-in.ts';

const who = 'GBR:source RUS:target';
const measure = (...told: readonly Told[]) => stepsIn('measure/arms', ...told);
const statusOn = (day: string, ...told: readonly Told[]) => measureOn(day, measure(...told))?.status;

const imposed: Told = ['SanctionImposed', '2020-05-01', who];
const eased: Told = ['RestrictionEased', '2021-01-15', who];
const lifted: Told = ['SanctionLifted', '2022-03-01', who];

describe('a sanction', () => {
  it('is in force from the day it is imposed until the day before it is lifted', () => {
    const on = (day: string) => statusOn(day, lifted, eased, imposed);
    expect(['2020-04-30', '2020-05-01', '2022-02-28', '2022-03-01'].map(on)).toEqual([
      undefined,
      'in-force',
      'in-force',
      'lifted',
    ]);
  });

  it('says by whom on whom, since when, how it was eased, and what it rests on', () => {
    expect(measureOn('2021-06-01', measure(imposed, lifted, eased))).toMatchObject({
      id: 'arms',
      imposedBy: ['GBR'],
      imposedOn: ['RUS'],
      status: 'in-force',
      certain: true,
      since: { date: '2020-05-01', event: 'measure.arms.1' },
      eased: [{ date: '2021-01-15', event: 'measure.arms.3' }],
      lifted: null,
      events: [{ type: 'SanctionImposed' }, { type: 'RestrictionEased' }, { type: 'SanctionLifted' }],
    });
  });

  it('begins again when it is imposed after a lift, not while it is in force', () => {
    const again: Told = ['SanctionImposed', '2023-01-01', who];
    expect(measureOn('2023-06-01', measure(imposed, eased, lifted, again))).toMatchObject({
      status: 'in-force',
      since: { date: '2023-01-01' },
      eased: [],
      lifted: null,
    });
    expect(measureOn('2023-06-01', measure(imposed, again))?.since?.date).toBe('2020-05-01');
  });

  it('is in force uncertainly while an uncertain date leaves that open', () => {
    const about: Told = ['SanctionImposed', '2020-05', who];
    const certain = (day: string, ...told: readonly Told[]) => measureOn(day, measure(...told))?.certain;
    expect([certain('2020-05-10', about), certain('2020-05-31', about)]).toEqual([false, true]);
    const some: Told = ['SanctionLifted', '2022', who];
    expect([certain('2021-12-31', about, some), certain('2022-06-01', about, some), certain('2022-12-31', about, some)]).toEqual([true, false, true]); // prettier-ignore
  });

  it('is not known to be in force when only its easing is, or when it is only planned', () => {
    expect(statusOn('2024-01-01', eased)).toBe('unknown');
    expect(statusOn('2024-01-01', ['SanctionImposed', '2023', who, { modality: 'planned' }])).toBe('unconfirmed');
    expect(statusOn('2024-01-01', imposed, ['SanctionLifted', '2023', who, { modality: 'hypothetical' }])).toBe(
      'in-force',
    );
    expect(statusOn('2024-01-01', imposed, ['SanctionLifted', '2023', who, { withdrawn: { reason: 'false' } }])).toBe(
      'in-force',
    );
  });
});
