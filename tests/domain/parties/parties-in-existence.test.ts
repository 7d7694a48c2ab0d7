import { describe, expect, it } from 'vitest';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import { requirePartiesInExistence } from '#shared/domain/parties/parties-in-existence.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { partyName } from '#shared/domain/parties/party-name.ts';
import { statePeriods } from '#shared/domain/parties/state-periods.ts';
import { as, sampleEvent } from '#tests/support/sample-event.ts';

/** What becomes of a meeting of a party with India: 'recorded', or the rule's explanation. */
function meetingOf(party: string, occurred: string): string {
  try {
    requirePartiesInExistence(
      sampleEvent('MeetingHeld', { occurred, ...as(`${party}:participant`, 'IND:participant') }),
    );
    return 'recorded';
  } catch (error) {
    if (error instanceof RuleViolated && error.rule === 'party-not-in-existence') return error.message;
    throw error;
  }
}

describe('a state that takes part in an event', () => {
  it.each([
    ['BGD', '1971'],
    ['BGD', '1971-03-26'],
    ['BGD', '../1972'],
    ['SUN', '1991-12'],
    ['RUS', '1914-08-01'],
    ['RUS', '1991-11'],
    ['SRB', '1900'],
    ['PAK', '1950'],
    ['LTU', '1960'],
    ['SUN', '1992-01'],
    ['CSK', '1993/..'],
    ['DDR', '1991'],
  ])('was there, may have been, or is one that ended: %s at %s', (party, occurred) => {
    expect(meetingOf(party, occurred)).toBe('recorded');
  });

  it.each([
    ['BGD', '1970', 'Bangladesh (BGD) was there from 1971-03-26, not at 1970: name PAK (Pakistan)'],
    ['RUS', '1985-11-19/1985-11-21', 'until 1922-12-29 and from 1990-06-12, not at 1985-11-19/1985-11-21: name SUN'],
    ['CZE', '1990', 'name CSK (Czechoslovakia)'],
    ['SRB', '1999-03', 'name YUG (Yugoslavia), SCG (Serbia and Montenegro)'],
    ['SSD', '../2010', 'name SDN (Sudan)'],
    ['ERI', '1990', 'name ETH (Ethiopia)'],
    ['TLS', '1999', 'name IDN (Indonesia)'],
  ])('is refused when it was not: %s at %s', (party, occurred, explanation) => {
    expect(meetingOf(party, occurred)).toContain(explanation);
  });

  it('may be the subject of background, and be mentioned, before its time', () => {
    const background = { occurred: '1970', kind: 'election', ...as('BGD:subject', 'PAK:participant') };
    expect(() => requirePartiesInExistence(sampleEvent('ContextEventRecorded', background))).not.toThrow();
    const beyond = { occurred: '1970', ...as('PAK:participant', 'IND:participant'), thirdParties: ['BGD'], place: { country: 'BGD' } }; // prettier-ignore
    expect(() => requirePartiesInExistence(sampleEvent('MeetingHeld', beyond))).not.toThrow();
  });

  it('has a code and a name, and so have its predecessors and successors', () => {
    for (const [code, { before = [], after = [] }] of Object.entries(statePeriods)) {
      for (const party of [code, ...before, ...after]) {
        expect(PartyCode.parse(party)).toBe(party);
        expect(partyName(party)).not.toBe(party);
      }
    }
  });
});
