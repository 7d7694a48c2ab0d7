import * as z from 'zod';
import { phaseChangedSchema } from '#shared/read-models/changes/phase-changed.ts';
import { CloudEventAttributes } from '#shared/subscriptions/event-bus/cloud-event-attributes.ts';
import { phaseChanged } from './phase-entry.ts';

const { streamversion: _version, correlationid: _matter, dataref: _ref, ...attributes } = CloudEventAttributes.shape;

/** The announcement of a change of phase, as a CloudEvents 1.0 event. */
export const phaseCloudEventSchema = () =>
  z.looseObject({
    ...attributes,
    id: z.string().meta({ description: 'The same announcement again has the same id' }),
    type: z.literal(phaseChanged),
    position: z.int().meta({ description: 'Of the record that it follows from' }),
    data: z.looseObject({ ...phaseChangedSchema().shape, parties: z.array(z.string()), dyads: z.array(z.string()) }),
  });
