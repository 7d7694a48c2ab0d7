import { describe, expect, it } from 'vitest';
import { given } from '#tests/support/given.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';

const stream = 'measure/arms-embargo';
const on =
  (type: string) =>
  (occurred: string, fields: object = {}) =>
    sampleEvent(type, { occurred, ...fields });
const imposed = on('SanctionImposed');
const eased = on('RestrictionEased');
const lifted = on('SanctionLifted');

describe('a measure', () => {
  it('is imposed, eased, lifted and imposed again', () => {
    expect(given(stream).when(imposed('2010'))).toBe('recorded');
    expect(given(stream, imposed('2010')).when(eased('2012'))).toBe('recorded');
    expect(given(stream, imposed('2010'), eased('2012')).when(lifted('2015'))).toBe('recorded');
    expect(given(stream, imposed('2010'), lifted('2015')).when(imposed('2020'))).toBe('recorded');
  });

  it('may be known first by its easing', () => {
    expect(given(stream).when(eased('2012'))).toBe('recorded');
  });

  it('is not lifted when it was never imposed', () => {
    expect(given(stream).when(lifted('2015'))).toBe('sanction-never-imposed');
    expect(given(stream, eased('2012')).when(lifted('2015'))).toBe('sanction-never-imposed');
  });

  it('is not imposed while it is in force', () => {
    expect(given(stream, imposed('2010')).when(imposed('2011'))).toBe('sanction-already-imposed');
  });

  it('is neither lifted nor eased once it was lifted', () => {
    expect(given(stream, imposed('2010'), lifted('2015')).when(lifted('2016'))).toBe('sanction-already-lifted');
    expect(given(stream, imposed('2010'), lifted('2015')).when(eased('2016'))).toBe('sanction-already-lifted');
  });

  it('records nothing when its imposition or its lifting is reported again', () => {
    expect(given(stream, imposed('2010')).when(imposed('2010'))).toBe('[]');
    expect(given(stream, imposed('2010'), eased('2012')).when(imposed('2010'))).toBe('[]');
    expect(given(stream, imposed('2010'), lifted('2015')).when(lifted('2015'))).toBe('[]');
  });

  it('is eased in as many steps as are reported, also on one day', () => {
    expect(given(stream, imposed('2010'), eased('2012-05-01')).when(eased('2012-05-01'))).toBe('recorded');
  });

  it('takes what is only reported late, which changes nothing', () => {
    for (const late of [imposed, eased, lifted]) {
      expect(given(stream, imposed('2010'), lifted('2015')).when(late('2009'))).toBe('recorded');
      expect(given(stream, imposed('2010'), lifted('2015'), late('2009')).when(lifted('2016'))).toBe(
        'sanction-already-lifted',
      );
    }
  });

  it('is not imposed by a threat of it', () => {
    expect(given(stream, imposed('2010', { modality: 'hypothetical' })).when(lifted('2015'))).toBe(
      'sanction-never-imposed',
    );
  });

  it('says what contradicts it', () => {
    expect(given(stream, imposed('2010')).explained(imposed('2011'))).toBe(
      'The sanction is in force: it is imposed again only after it was lifted; the stream holds: imposed 2010',
    );
    expect(given(stream).explained(lifted('2015'))).toBe(
      'A sanction is lifted after it was imposed: record the imposition first; the stream holds: nothing of it',
    );
  });
});
