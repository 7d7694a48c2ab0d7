import * as z from 'zod';
import { FacetsAsPublished } from '#shared/subscriptions/event-bus/facets-as-published.ts';
import { CloudEventAttributes } from '#shared/subscriptions/event-bus/cloud-event-attributes.ts';
import { source } from '#shared/subscriptions/event-bus/event-source.ts';
import { phaseCloudEventSchema } from '#shared/subscriptions/phases/phase-cloud-event.ts';
import { phaseChanged } from '#shared/subscriptions/phases/phase-entry.ts';
import { plainSchema, socketDescription } from './asyncapi-sockets.ts';
import { nameAsRead } from '#shared/api/protocol/event-as-read.ts';
import { eventSchemas } from '#shared/domain/events/new-event.ts';

const schemaAt = (id: string): string => `#/components/schemas/${id}`;
const refTo = (id: string) => ({ $ref: schemaAt(id) });

/** The types of event that subscribers receive. */
const types = eventSchemas().map(({ shape }) => shape.type.value);

const sockets = socketDescription([...types, phaseChanged]);

/** The AsyncAPI 3.0 document: what is sent to subscribers, made of the schemas that validate what is posted. */
export const asyncApiDocument = () => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Chancery: event streams',
    version: '1.0.0',
    description:
      'Every event of the feed, at least once. Each is a CloudEvents 1.0 event; `position` is its place in the one global order, ' +
      'without gaps: receivers tell repeats and order by it.',
    license: { name: 'Proprietary' },
  },
  defaultContentType: 'application/cloudevents+json',
  channels: {
    bus: {
      address: 'chancery-{stage}',
      title: 'The event bus',
      description:
        `An Amazon EventBridge bus: \`source\` is \`${source}\`, \`detail-type\` the event's type, \`detail\` the message. Order is not kept ` +
        'here: compare `position`, or read `GET /events` from your own cursor and take the bus as a wake-up.',
      parameters: { stage: { enum: ['dev', 'prod'] } },
      messages: Object.fromEntries(
        [...types, phaseChanged].map((type) => [type, { $ref: `#/components/messages/${type}` }]),
      ),
    },
    sockets: sockets.channel,
  },
  operations: {
    publish: {
      action: 'send',
      channel: { $ref: '#/channels/bus' },
      summary: 'Publishes every event of the feed, and changes of phase',
    },
    ...sockets.operations,
  },
  components: {
    messages: {
      ...Object.fromEntries(types.map((type) => [type, messageOf(type)])),
      [phaseChanged]: phaseMessage(),
      ...sockets.messages,
    },
    schemas: schemasFor([...types.map(nameAsRead), 'Filter', 'Cursor', 'QuadClass', 'EventId', 'Month']),
  },
});

const messageOf = (type: string) => ({
  name: type,
  contentType: 'application/cloudevents+json',
  payload: {
    allOf: [refTo('CloudEvent')],
    properties: {
      type: { const: type },
      data: {
        anyOf: [
          { allOf: [refTo(nameAsRead(type)), refTo('Facets')], properties: { type: { const: type } } },
          refTo('OmittedData'),
        ],
      },
    },
    required: ['data'],
  },
});

/** The announcement of a change of phase. */
const phaseMessage = () => ({
  name: phaseChanged,
  contentType: 'application/cloudevents+json',
  payload: plainSchema(phaseCloudEventSchema(), 'output'),
});

/** In place of an event that is too large for the transport. */
const OmittedData = FacetsAsPublished.extend({
  id: z.string(),
  type: z.string(),
  omitted: z.literal(true).meta({ description: 'The event is at `dataref`' }),
});

/**
 * The schemas that the messages refer to, and those that these refer to, as JSON Schema (draft 7, which AsyncAPI
 * extends).
 */
function schemasFor(ids: readonly string[]): Record<string, unknown> {
  const { schemas: registered } = z.toJSONSchema(z.globalRegistry, { target: 'draft-7', uri: schemaAt });
  const own = { CloudEvent: CloudEventAttributes, Facets: FacetsAsPublished, OmittedData };
  const wanted: Record<string, unknown> = Object.fromEntries(
    Object.entries(own).map(([id, schema]) => [id, plainSchema(schema.loose(), 'output')]),
  );
  const missing = [...ids];
  for (let id = missing.pop(); id !== undefined; id = missing.pop()) {
    if (id in wanted) continue;
    const schema = plain(registered[id] ?? {});
    wanted[id] = schema;
    missing.push(...referencedBy(schema));
  }
  return wanted;
}

/** A schema as a part of the document: what names it, and the language it is in, is said by the document. */
function plain({ $schema: _language, $id: _name, ...schema }: Readonly<Record<string, unknown>>): object {
  return schema;
}

const referencedBy = (schema: object): string[] =>
  [...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, id = '']) => id);
