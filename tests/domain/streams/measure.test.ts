import { describe, expect, it } from 'vitest';
import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import { mostPairs } from '#shared/domain/streams/measure.ts';
import { given } from '#tests/support/given.ts';
import { as, type FieldsOf, sampleEvent } from '#tests/support/sample-event.ts';

const stream = 'measure/arms-embargo';
const on =
  <Type extends EventTypeName>(type: Type) =>
  (occurred: string, fields: FieldsOf<Type> = {}) =>
    sampleEvent(type, { occurred, ...fields });
const imposed = on('SanctionImposed');
const eased = on('RestrictionEased');
const lifted = on('SanctionLifted');

describe('a measure', () => {
  it('is imposed, eased, lifted and imposed again', () => {
    given(stream).when(imposed('2010')).thenRecorded();
    given(stream, imposed('2010')).when(eased('2012')).thenRecorded();
    given(stream, imposed('2010'), eased('2012')).when(lifted('2015')).thenRecorded();
    given(stream, imposed('2010'), lifted('2015')).when(imposed('2020')).thenRecorded();
  });

  it('may be known first by its easing', () => {
    given(stream).when(eased('2012')).thenRecorded();
  });

  it('is not lifted when it was never imposed', () => {
    given(stream).when(lifted('2015')).thenRefused('sanction-never-imposed');
    given(stream, eased('2012')).when(lifted('2015')).thenRefused('sanction-never-imposed');
  });

  it('is not imposed while it is in force', () => {
    given(stream, imposed('2010')).when(imposed('2011')).thenRefused('sanction-already-imposed');
  });

  it('is neither lifted nor eased once it was lifted', () => {
    given(stream, imposed('2010'), lifted('2015')).when(lifted('2016')).thenRefused('sanction-already-lifted');
    given(stream, imposed('2010'), lifted('2015')).when(eased('2016')).thenRefused('sanction-already-lifted');
  });

  it('records nothing when its imposition or its lifting is reported again', () => {
    given(stream, imposed('2010')).when(imposed('2010')).thenNothing();
    given(stream, imposed('2010'), eased('2012')).when(imposed('2010')).thenNothing();
    given(stream, imposed('2010'), lifted('2015')).when(lifted('2015')).thenNothing();
  });

  it('is eased in as many steps as are reported, also on one day', () => {
    given(stream, imposed('2010'), eased('2012-05-01')).when(eased('2012-05-01')).thenRecorded();
  });

  it('takes what is only reported late, which changes nothing', () => {
    for (const late of [imposed, eased, lifted]) {
      given(stream, imposed('2010'), lifted('2015')).when(late('2009')).thenRecorded();
      given(stream, imposed('2010'), lifted('2015'), late('2009'))
        .when(lifted('2016'))
        .thenRefused('sanction-already-lifted');
    }
  });

  it('is not imposed by a threat of it', () => {
    given(stream, imposed('2010', { modality: 'hypothetical' }))
      .when(lifted('2015'))
      .thenRefused('sanction-never-imposed');
  });

  it('says what contradicts it', () => {
    given(stream, imposed('2010'))
      .when(imposed('2011'))
      .thenRefusedBecause(
        'The sanction is in force: it is imposed again only after it was lifted; the stream holds: BGD on PAK imposed 2010',
      );
    given(stream)
      .when(lifted('2015'))
      .thenRefusedBecause(
        'Nothing was imposed by BGD on PAK: a sanction is lifted after it was imposed, so record the imposition first; the stream holds: nothing of it',
      );
  });
});

describe('a measure of several', () => {
  const [gbr, can, both] = [
    as('GBR:source', 'FJI:target'),
    as('CAN:source', 'FJI:target'),
    as('GBR:source', 'CAN:source', 'FJI:target'),
  ];
  const joint = imposed('2006-12-05', both);

  it('is lifted by each of its imposers for itself', () => {
    given(stream, joint).when(lifted('2014-03-01', gbr)).thenRecorded();
    const one = given(stream, joint, lifted('2014-03-01', gbr));
    one.when(lifted('2014-10-31', can)).thenRecorded();
    one.when(lifted('2014-10-31', both)).thenRecorded();
    one.when(lifted('2014-10-31', gbr)).thenRefused('sanction-already-lifted');
    const all = given(stream, joint, lifted('2014-03-01', gbr), lifted('2014-10-31', can));
    all.when(lifted('2015', both)).thenRefused('sanction-already-lifted');
    all.when(eased('2015', can)).thenRefused('sanction-already-lifted');
  });

  it('is joined by other imposers, on any date, and extended to other targets', () => {
    const one = given(stream, imposed('2014-03-17', as('x-eu:source', 'RUS:target')));
    one.when(imposed('2014-03-18', as('CHE:source', 'RUS:target'))).thenRecorded();
    one.when(imposed('2014-03-06', as('USA:source', 'RUS:target'))).thenRecorded();
    one.when(imposed('2014-07-31', as('x-eu:source', 'BLR:target'))).thenRecorded();
    one.when(imposed('2014-03-18', as('x-eu:source', 'RUS:target'))).thenRefused('sanction-already-imposed');
  });

  it('is lifted on one of its targets', () => {
    const wide = imposed('2012', as('USA:source', 'IRN:target', 'SYR:target'));
    const one = given(stream, wide, lifted('2016', as('USA:source', 'IRN:target')));
    one.when(eased('2017', as('USA:source', 'IRN:target'))).thenRefused('sanction-already-lifted');
    one.when(eased('2017', as('USA:source', 'SYR:target'))).thenRecorded();
    one.when(imposed('2018', as('USA:source', 'IRN:target'))).thenRecorded();
  });

  it('is not lifted by, or on, whom nobody said it of', () => {
    const held = given(stream, joint);
    held.when(lifted('2014', as('AUS:source', 'FJI:target'))).thenRefused('sanction-never-imposed');
    held.when(lifted('2014', as('GBR:source', 'AUS:source', 'FJI:target'))).thenRefused('sanction-never-imposed');
    held.when(lifted('2014', as('GBR:source', 'FJI:target', 'TON:target'))).thenRefused('sanction-never-imposed');
  });

  it('is lifted together though not each had imposed it on each', () => {
    const apart = [imposed('2010', as('GBR:source', 'FJI:target')), imposed('2010', as('CAN:source', 'TON:target'))];
    given(stream, ...apart)
      .when(lifted('2014', as('GBR:source', 'CAN:source', 'FJI:target', 'TON:target')))
      .thenRecorded();
  });

  it('records nothing when all of it is known, and what is new of one', () => {
    given(stream, joint).when(imposed('2006-12-05', gbr)).thenNothing();
    given(stream, imposed('2006-12-05', gbr)).when(joint).thenRecorded();
    const again = given(stream, imposed('2006-12-05', gbr), imposed('2010', both));
    again.when(imposed('2006-12-05', gbr)).thenNothing();
    again.when(imposed('2011', both)).thenRefusedBecause(
      'The sanction is in force: it is imposed again only after it was lifted; the stream holds: ' +
        'GBR on FJI imposed 2006-12-05, CAN on FJI imposed 2010',
    );
  });

  it('has so many pairs at most, also when what was supposed is confirmed', () => {
    const codes = ['AUT', 'BEL', 'CYP', 'DEU', 'DNK', 'ESP', 'FIN', 'FRA', 'GRC', 'IRL', 'ITA', 'LUX', 'MLT', 'NLD', 'PRT'];
    const targets = ['BLR', 'CUB', 'IRN', 'LBY', 'MLI', 'MMR', 'NIC', 'PRK', 'RUS', 'SDN', 'SYR', 'VEN', 'YEM', 'ZWE', 'BDI'];
    const many = (some: readonly string[], others: readonly string[]) =>
      as(...some.map((code) => `${code}:source` as const), ...others.map((code) => `${code}:target` as const));
    const further = ['ALB', 'AND', 'ARG', 'AUS', 'BGR', 'BRA', 'CAN', 'CHE', 'CHL', 'COL', 'CRI', 'CZE', 'ECU', 'EST', 'FJI'];
    const more = ['GBR', 'GEO', 'HRV', 'HUN', 'ISL', 'ISR', 'JPN', 'KOR', 'LIE', 'LTU', 'LVA', 'MCO', 'MDA', 'MEX', 'MNE'];
    const again = ['NOR', 'NZL', 'PAN', 'PER', 'POL', 'ROU', 'SGP', 'SMR', 'SVK', 'SVN', 'SWE', 'TUR', 'UKR', 'URY', 'USA'];
    const full = [codes, further, more, again].map((some) => imposed('2010', many(some, targets)));
    expect(full.length * codes.length * targets.length).toBe(mostPairs - 100);
    const held = given(stream, ...full);
    held.when(imposed('2011', many(targets.slice(0, 10), codes.slice(0, 10)))).thenRecorded();
    held.when(imposed('2011', many(targets.slice(0, 10), codes.slice(0, 11)))).thenRefused('too-many-pairs');
    const last = imposed('2011', { ...many(targets, codes), modality: 'hypothetical' });
    const confirmed = given(stream, ...full, last, { type: 'EventConfirmed', schemaVersion: 1, of: 'measure.arms-embargo.5' });
    expect(Object.keys(confirmed.state[0] ?? {})).toHaveLength(mostPairs);
    expect(JSON.stringify(confirmed.state).length).toBeLessThan(128 * 1024);
  });
}); // prettier-ignore
