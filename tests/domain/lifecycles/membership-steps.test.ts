import { expect, it } from 'vitest';
import { membershipSteps } from '#shared/domain/lifecycles/membership-steps.ts';
import { stepsIn } from '#tests/support/steps-in.ts';

it('memberships begin with the first possible day and end with the last one, of held events of the member alone', () => {
  const events = stepsIn(
    'relation/HRV-x-eu',
    ['OrganisationJoined', '2013', 'HRV:source x-eu:target'],
    ['OrganisationLeft', '2030-05', 'HRV:source x-eu:target'],
    ['OrganisationLeft', '2020-01-31', 'GBR:source x-eu:target'],
    ['OrganisationJoined', '2031', 'HRV:source x-eu:target', { modality: 'planned' }],
    ['OrganisationLeft', '2014/..', 'HRV:source x-nato:target'],
    ['MeetingHeld', '2013-07-01', 'HRV:source x-eu:target'],
  );
  expect(membershipSteps('HRV', events)).toEqual([
    { organisation: 'x-eu', kind: 'joined', day: '2013-01-01' },
    { organisation: 'x-eu', kind: 'left', day: '2030-05-31' },
    { organisation: 'x-nato', kind: 'left', day: '2014-12-31' },
  ]);
});
