import * as z from 'zod';
import { type AnnouncedPhase, partiesIn } from '#shared/read-models/changes/announced-phases.ts';
import { PhaseChanged } from '#shared/read-models/changes/phase-changed.ts';
import { CloudEventAttributes } from '#shared/subscriptions/event-bus/cloud-event-attributes.ts';
import type { BusEntry } from '#shared/subscriptions/event-bus/event-bus.ts';
import { source } from '#shared/subscriptions/event-bus/event-source.ts';

/** The type of the CloudEvent that announces a change of phase. */
export const phaseChanged = 'PhaseChanged';

const { streamversion: _version, correlationid: _matter, dataref: _ref, ...attributes } = CloudEventAttributes.shape;

/** The announcement as a CloudEvents 1.0 event. */
export const PhaseCloudEvent = z.looseObject({
  ...attributes,
  id: z.string().meta({ description: 'The same announcement again has the same id' }),
  type: z.literal(phaseChanged),
  position: z.int().meta({ description: 'Of the record that it follows from' }),
  data: z.looseObject({ ...PhaseChanged.shape, parties: z.array(z.string()), dyads: z.array(z.string()) }),
});

/** Makes the entry of an announcement for the bus, a CloudEvents 1.0 event. */
export const phaseEntry = (phase: AnnouncedPhase): BusEntry => ({
  source,
  detailType: phaseChanged,
  detail: JSON.stringify(phaseCloudEvent(phase)),
  time: phase.announcedAt,
});

const phaseCloudEvent = (phase: AnnouncedPhase) => ({
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
