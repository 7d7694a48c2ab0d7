import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { facetsOf } from '#shared/domain/events/facets.ts';
import { eventSchemas, NewEvent } from '#shared/domain/events/new-event.ts';
import { record } from '#shared/domain/events/recorded-event.ts';
import { asyncApiDocument } from '#shared/api/asyncapi/asyncapi.ts';
import { cloudEvent, cloudEventByReference } from '#shared/subscriptions/event-bus/cloud-event.ts';
import { closing } from '#shared/subscriptions/sockets/closing-message.ts';
import { arbitraryPost } from '#tests/support/arbitrary-post.ts';
import { recorder } from '#tests/support/recorder.ts';

const json = JSON.stringify(asyncApiDocument());
const document: unknown = JSON.parse(json);
const { components } = z
  .object({ components: z.object({ messages: z.record(z.string(), z.unknown()) }) })
  .parse(document);

/** AsyncAPI's own JSON schema of a document. */
const specification: object = JSON.parse(
  await readFile(createRequire(import.meta.url).resolve('@asyncapi/specs/schemas/3.0.0-without-$id.json'), 'utf8'),
);

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(document as object, 'asyncapi');

/** What is wrong with a message, by the document's own schema of its type. */
function violationsOf(message: { readonly type: string; readonly data?: unknown }): unknown {
  const validate = ajv.getSchema(`asyncapi#/components/messages/${message.type}/payload`);
  if (validate === undefined) throw new Error(`${message.type} is not described`);
  return validate(JSON.parse(JSON.stringify(message))) === true ? [] : validate.errors;
}

const arbitraryEvent = fc.tuple(arbitraryPost, fc.integer({ min: 1 })).map(([post, position]) => {
  const recording = { recordedAt: '2025-01-16T09:00:00.000Z', recordedBy: recorder(), correlationId: 'case-7' };
  return {
    id: 'visit.dhaka.2',
    stream: 'visit/dhaka',
    version: 2,
    position,
    ...record(NewEvent.parse(post), recording),
  };
});

describe('the AsyncAPI document', () => {
  it('is valid AsyncAPI 3.0', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(specification);
    validate(document);
    expect(validate.errors).toBeNull();
  });

  it('describes a message for every type that can be posted, and for changes of phase', () => {
    const types = eventSchemas().map(({ shape }) => shape.type.value);
    const described = Object.keys(components.messages).filter((name) => !name.startsWith('socket.'));
    expect(described.toSorted()).toEqual([...types, 'PhaseChanged'].toSorted());
  });

  it('leads nowhere: every reference is to a part of the document', () => {
    const references = [...json.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path.split('/'));
    expect(references.length).toBeGreaterThan(100);
    const at = (path: string[]) => path.reduce<unknown>((part, name) => Reflect.get(part as object, name), document);
    for (const path of references) expect({ path, found: typeof at(path) }).toEqual({ path, found: 'object' });
  });

  it('is what is sent, whatever the event, whole or by reference', () => {
    const about = arbitraryEvent.map((event) => ('of' in event ? undefined : event)).filter((event) => !!event);
    fc.assert(
      fc.property(arbitraryEvent, about, (event, original) => {
        const facets = facetsOf(event, original);
        expect(violationsOf(cloudEvent(event, facets))).toEqual([]);
        expect(violationsOf(cloudEventByReference(event, facets))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('describes what is said on a live socket, in both directions', () => {
    const [event] = fc.sample(arbitraryEvent, { numRuns: 1, seed: 1 });
    if (event === undefined || 'of' in event) throw new Error('expected a diplomatic event');
    const sent = { type: 'event', subscription: 'press', cursor: 'c', event: cloudEvent(event, facetsOf(event)) };
    const violations = (name: string, message: unknown) => {
      const validate = ajv.getSchema(`asyncapi#/components/messages/socket.${name}/payload`);
      return validate?.(JSON.parse(JSON.stringify(message))) === true ? [] : (validate?.errors ?? 'not described');
    };
    expect(violations('event', sent)).toEqual([]);
    expect(violations('event', { ...sent, event: { ...sent.event, data: {} } })).not.toEqual([]);
    expect(violations('subscribe', { action: 'subscribe', filter: { dyads: ['BGD-PAK'] }, after: 'c' })).toEqual([]);
    expect(violations('subscribe', { action: 'subscribe', filter: { dyad: 'BGD-PAK' } })).not.toEqual([]);
    expect(violations('closing', closing('token-expired'))).toEqual([]);
  });

  it('is not a description of just anything', () => {
    const [event] = fc.sample(arbitraryEvent, { numRuns: 1, seed: 1 });
    if (event === undefined || 'of' in event) throw new Error('expected a diplomatic event');
    const { data, ...attributes } = cloudEvent(event, facetsOf(event));
    expect(violationsOf({ ...attributes, data: { ...data, occurred: 2025 } })).not.toEqual([]);
    expect(violationsOf(attributes)).not.toEqual([]);
    const { position: _position, ...unplaced } = cloudEvent(event, facetsOf(event));
    expect(violationsOf(unplaced)).not.toEqual([]);
  });
});
