import { describe, expect, it } from 'vitest';
import { between, ofParty } from '#shared/domain/lifecycles/concerning.ts';
import { organisationsOf } from '#shared/domain/parties/memberships.ts';
import { measureOn } from '#shared/domain/lifecycles/measure.ts';
import { stepsIn, type Told } from '#tests/support/steps-in.ts';

const who = 'GBR:source RUS:target';
const measure = (...told: readonly Told[]) => stepsIn('measure/arms', ...told);
const statusOn = (day: string, ...told: readonly Told[]) => measureOn(day, measure(...told))?.status;

/** Two parties with the organisations of which they are members on a day. */
const sides = ([first, second]: readonly [string, string], day: string) => {
  const side = (party: string) => ({ party, organisations: organisationsOf(party, day) });
  return [side(first), side(second)] as const;
};

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

describe('a sanction of several', () => {
  const joint = measure(
    ['SanctionImposed', '2006-12-05', 'GBR:source CAN:source FJI:target'],
    ['SanctionLifted', '2014-03-01', 'GBR:source FJI:target'],
    ['SanctionLifted', '2014-10-31', 'CAN:source FJI:target'],
    ['SanctionImposed', '2007-03', 'AUS:source FJI:target TON:target'],
  );
  const onFiji = (day: string) =>
    measureOn(day, joint, ofParty('FJI', 'target'))?.impositions.map(
      (one) => `${one.imposer} ${one.status} ${one.since?.date}/${one.lifted?.date ?? ''}`,
    );

  it('has a state with dates for each imposer and target', () => {
    expect(onFiji('2006-12-31')).toEqual(['GBR in-force 2006-12-05/', 'CAN in-force 2006-12-05/']);
    expect(onFiji('2014-06-01')).toEqual([
      'GBR lifted 2006-12-05/2014-03-01',
      'CAN in-force 2006-12-05/',
      'AUS in-force 2007-03/',
    ]);
    expect(measureOn('2014-06-01', joint, ofParty('TON', undefined))?.impositions).toMatchObject([
      { imposer: 'AUS', target: 'TON', status: 'in-force', through: null },
    ]);
  });

  it('has between two the state of these two, and as a whole is in force while one imposition is', () => {
    const status = (day: string, pair: [string, string]) => measureOn(day, joint, between(...sides(pair, day)))?.status;
    expect(['CAN', 'GBR', 'AUS', 'USA'].map((party) => status('2014-06-01', [party, 'FJI']))).toEqual([
      'in-force', 'lifted', 'in-force', undefined,
    ]); // prettier-ignore
    expect(measureOn('2015-01-01', joint)).toMatchObject({ status: 'in-force', since: { date: '2007-03' } });
    expect(measureOn('2015-01-01', joint, between(...sides(['CAN', 'FJI'], '2015-01-01')))).toMatchObject({
      status: 'lifted',
      lifted: { date: '2014-10-31' },
      imposedBy: ['GBR', 'CAN', 'AUS'],
    });
  });

  it('is certain for each imposer and target apart', () => {
    expect(measureOn('2007-03-15', joint, ofParty('FJI', 'target'))?.impositions.map(({ certain }) => certain)).toEqual(
      [true, true, false],
    );
    expect(measureOn('2007-03-15', joint)?.certain).toBe(true);
  });

  it('that several ease or lift together is so only between those of whom it was said', () => {
    const apart = measure(
      ['SanctionImposed', '2010', 'GBR:source FJI:target'],
      ['SanctionImposed', '2010', 'CAN:source TON:target'],
      ['RestrictionEased', '2012', 'GBR:source CAN:source FJI:target TON:target'],
      ['RestrictionEased', '2013', 'NZL:source FJI:target'],
    );
    expect(measureOn('2014-01-01', apart)?.impositions).toMatchObject([
      { imposer: 'GBR', target: 'FJI', status: 'in-force', eased: [{ date: '2012' }] },
      { imposer: 'CAN', target: 'TON', status: 'in-force', eased: [{ date: '2012' }] },
      { imposer: 'NZL', target: 'FJI', status: 'unknown', eased: [{ date: '2013' }] },
    ]);
  });
});

describe('a sanction of an organisation', () => {
  const own = measure(['SanctionImposed', '2014-03-17', 'x-eu:source RUS:target']);
  const counter = measure(['SanctionImposed', '2014-08-06', 'RUS:source x-eu:target']);
  const through = (day: string, pair: [string, string], history = own) =>
    measureOn(day, history, between(...sides(pair, day)))?.impositions.map((one) => one.through);

  it('concerns its members while they are members, and itself', () => {
    expect(through('2019-01-01', ['DEU', 'RUS'])).toEqual(['x-eu']);
    expect(through('2019-01-01', ['GBR', 'RUS'])).toEqual(['x-eu']);
    expect(through('2020-01-31', ['GBR', 'RUS'])).toEqual(['x-eu']);
    expect(through('2020-02-01', ['GBR', 'RUS'])).toBeUndefined();
    expect(through('2019-01-01', ['CHE', 'RUS'])).toBeUndefined();
    expect(through('2019-01-01', ['RUS', 'x-eu'])).toEqual([null]);
  });

  it('may be imposed on it: that concerns its members, too', () => {
    expect(through('2019-01-01', ['DEU', 'RUS'], counter)).toEqual(['x-eu']);
    expect(through('2019-01-01', ['CHE', 'RUS'], counter)).toBeUndefined();
  });
});
