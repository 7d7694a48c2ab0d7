import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { record } from '#shared/domain/events/recorded-event.ts';
import { cloudEvent } from '#shared/subscriptions/event-bus/cloud-event.ts';
import { arbitraryPost } from '#tests/support/arbitrary-post.ts';
import { recorder } from '#tests/support/recorder.ts';

/**
 * CloudEvents 1.0.2, section 3: the required attributes, the optional ones with their types, extensions in lower case.
 */
const CloudEvent = z
  .object({
    specversion: z.literal('1.0'),
    id: z.string().min(1),
    source: z.string().regex(/^\/[a-z]+$/),
    type: z.string().min(1),
    subject: z.string().min(1),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
  })
  .catchall(z.unknown());

const attributeName = /^[a-z0-9]{1,20}$/;

const facets = { parties: ['BGD', 'PAK'], dyads: ['BGD-PAK'] };

describe('a CloudEvent', () => {
  it('has the required attributes, and names that the specification allows, whatever the event', () => {
    fc.assert(
      fc.property(arbitraryPost, fc.integer({ min: 1 }), (post, position) => {
        const recorded = record(NewEvent.parse(post), {
          recordedAt: '2025-01-16T09:00:00.000Z',
          recordedBy: recorder(),
        });
        const address = { id: 'visit.dhaka.2', stream: 'visit/dhaka', version: 2, position };
        const event = cloudEvent({ ...address, ...recorded }, facets);
        expect(CloudEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(JSON.parse(JSON.stringify(event)));
        for (const name of Object.keys(event)) expect(name).toMatch(attributeName);
        expect(event).toMatchObject({
          id: 'visit.dhaka.2',
          type: recorded.type,
          subject: 'visit/dhaka',
          time: '2025-01-16T09:00:00.000Z',
          position,
          streamversion: 2,
          dataschema: `urn:chancery:event:${recorded.type}:${recorded.schemaVersion}`,
          recordedtime: '2025-01-16T09:00:00.000Z',
          data: { ...recorded, ...facets },
        });
      }),
    );
  });
});
