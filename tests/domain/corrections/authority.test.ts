import { describe, expect, it } from 'vitest';
import { NotYoursToCorrect, requireAuthority } from '#shared/domain/corrections/authority.ts';
import type { Correction } from '#shared/domain/corrections/correction.ts';
import type { correctionTypes } from '#shared/domain/corrections/correction-types.ts';
import type { EventCase } from '#shared/domain/corrections/event-case.ts';
import type { Recorder } from '#shared/domain/events/recorder.ts';
import { caseOf } from '#tests/support/given.ts';
import { recorder } from '#tests/support/recorder.ts';
import { sampleEvent } from '#tests/support/sample-event.ts';

const of = 'relation.BGD-PAK.1';
const into = 'relation.BGD-PAK.2';
const report = { url: 'https://example.org/report', publisher: 'Example', publishedOn: '2025-01-16' };
const about = { schemaVersion: 1, of } as const;

/** One correction of every type. */
const corrections: Record<keyof typeof correctionTypes, Correction> = {
  EventCorrected: { type: 'EventCorrected', ...about, changes: { summary: 'another' } },
  EventDateRefined: { type: 'EventDateRefined', ...about, occurred: '2025-01-14' },
  EventRetracted: { type: 'EventRetracted', ...about, reason: 'false' },
  EventConfirmed: { type: 'EventConfirmed', ...about },
  EventDenied: { type: 'EventDenied', ...about, by: 'PAK' },
  ReportAttached: { type: 'ReportAttached', ...about, report },
  EventsMerged: { type: 'EventsMerged', ...about, into },
  EventsDistinguished: { type: 'EventsDistinguished', ...about, from: [into] },
  CredibilityAssessed: { type: 'CredibilityAssessed', ...about, evidence: { reliability: 'B', credibility: 2 } },
};

const recordedBy = (version: number, by: Recorder): EventCase => {
  const known = caseOf(sampleEvent('MeetingHeld'), 'relation/BGD-PAK', version);
  return { ...known, event: { ...known.event, recordedBy: by } };
};
const outcome = (
  correction: Correction,
  owners: readonly [Recorder, Recorder],
  organisation: string | undefined,
  mayCurate = false,
) => {
  // prettier-ignore
  const cases = new Map([recordedBy(1, owners[0]), recordedBy(2, owners[1])].map((one) => [one.event.id, one]));
  try {
    requireAuthority(correction, cases, { organisation, mayCurate });
    return 'accepted';
  } catch (error) {
    if (error instanceof NotYoursToCorrect) return error.rule;
    throw error;
  }
};

const own = recorder('analyst', 'desk');
const others = recorder('envoy', 'partner');
/** As version 1 recorded: without an organisation. */
const former: Recorder = { subject: 'analyst' };
const refused = 'not-yours-to-correct';

describe.each(Object.values(corrections))('$type', (correction) => {
  it.each([
    ["of one's own event", own, 'desk', false, 'accepted'],
    ["of one's own event, by a curator", own, 'desk', true, 'accepted'],
    ["of another organisation's event", others, 'desk', false, refused],
    ["of another organisation's event, by a curator", others, 'desk', true, 'accepted'],
    ['of an event that version 1 recorded', former, 'desk', false, refused],
    ['of an event that version 1 recorded, by a curator', former, 'desk', true, 'accepted'],
    ['of an event without an organisation, by somebody without one', former, undefined, false, refused],
    ["of one's own event, by somebody who lost their organisation", own, undefined, false, refused],
  ] as const)('%s', (_what, owner, organisation, mayCurate, expected) => {
    expect(outcome(correction, [owner, owner], organisation, mayCurate)).toBe(expected);
  });
});

describe.each(['EventsMerged', 'EventsDistinguished'] as const)('%s', (type) => {
  it.each([
    [others, own],
    [own, others],
  ] as const)("needs both events to be one's own", (one, other) => {
    expect(outcome(corrections[type], [one, other], 'desk')).toBe(refused);
    expect(outcome(corrections[type], [one, other], 'desk', true)).toBe('accepted');
  });
});

it('names whose event it is, and what is needed', () => {
  const cases = new Map([[of, recordedBy(1, others)]]);
  const refuse = () => requireAuthority(corrections.EventConfirmed, cases, { organisation: 'desk', mayCurate: false });
  expect(refuse).toThrow(
    `${of} was recorded by the organisation partner: correcting it needs the scope chancery/curate`,
  );
});
