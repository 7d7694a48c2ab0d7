import { type AnnouncedPhase, partiesIn } from '#shared/read-models/changes/announced-phases.ts';
import type { BusEntry } from '#shared/subscriptions/event-bus/event-bus.ts';
import { source } from '#shared/subscriptions/event-bus/event-source.ts';

/** The type of the CloudEvent that announces a change of phase. */
export const phaseChanged = 'PhaseChanged';

/** Makes the entry of an announcement for the bus, a CloudEvents 1.0 event. */
export const phaseEntry = (phase: AnnouncedPhase): BusEntry => ({
  source,
  detailType: phaseChanged,
  detail: JSON.stringify(phaseCloudEvent(phase)),
  time: phase.announcedAt,
});

/** Makes the CloudEvents 1.0 event of an announcement. */
export const phaseCloudEvent = (phase: AnnouncedPhase) => ({
  specversion: '1.0',
  id: phase.id,
  source: `/${source}`,
  type: phaseChanged,
  subject: `relation/${phase.dyad}`,
  time: phase.announcedAt,
  datacontenttype: 'application/json',
  dataschema: `urn:chancery:announcement:${phaseChanged}:1`,
  recordedtime: phase.announcedAt,
  position: phase.position,
  data: { ...phase, parties: partiesIn(phase), dyads: [phase.dyad] },
});
