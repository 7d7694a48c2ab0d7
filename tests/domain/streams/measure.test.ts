import { describe, it } from 'vitest';
import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import { given } from '#tests/support/given.ts';
import { type FieldsOf, sampleEvent } from '#tests/support/sample-event.ts';

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
        'The sanction is in force: it is imposed again only after it was lifted; the stream holds: imposed 2010',
      );
    given(stream)
      .when(lifted('2015'))
      .thenRefusedBecause(
        'A sanction is lifted after it was imposed: record the imposition first; the stream holds: nothing of it',
      );
  });
});
