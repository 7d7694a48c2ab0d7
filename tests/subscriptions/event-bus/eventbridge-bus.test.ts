import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { BusEntry } from '#shared/subscriptions/event-bus/event-bus.ts';
import { eventBridgeBus } from '#shared/subscriptions/event-bus/eventbridge-bus.ts';

const Call = z.object({ Entries: z.array(z.record(z.string(), z.unknown())) });

/** Speaks EventBridge's PutEvents: refuses the entries whose detail says so. */
const calls: z.output<typeof Call>[] = [];
async function putEvents(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = Call.parse(await json(request));
  calls.push(call);
  const Entries = call.Entries.map(({ Detail }, index) =>
    Detail === '"refuse"' ? { ErrorCode: 'ThrottlingException', ErrorMessage: 'later' } : { EventId: `id-${index}` },
  );
  const FailedEntryCount = Entries.filter((entry) => 'ErrorCode' in entry).length;
  response.setHeader('Content-Type', 'application/x-amz-json-1.1');
  response.end(JSON.stringify({ Entries, FailedEntryCount }));
}
const server = createServer((request, response) => void putEvents(request, response));
let client: EventBridgeClient;

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new EventBridgeClient({ endpoint: `http://127.0.0.1:${port}`, region: 'local', credentials });
});

afterAll(async () => {
  client.destroy();
  server.close();
  await once(server, 'close');
});

const entry = (detail: string): BusEntry => ({
  source: 'chancery',
  detailType: 'MeetingHeld',
  detail: JSON.stringify(detail),
  time: '2025-01-16T09:00:00.000Z',
});

describe('an EventBridge bus', () => {
  it('gets each entry with its source, type, detail and time', async () => {
    expect(await eventBridgeBus(client, 'record').put([entry('a')])).toEqual([]);
    expect(calls.at(-1)?.Entries).toEqual([
      {
        EventBusName: 'record',
        Source: 'chancery',
        DetailType: 'MeetingHeld',
        Detail: '"a"',
        Time: Date.parse('2025-01-16T09:00:00.000Z') / 1000,
      },
    ]);
  });

  it('returns the entries that were not taken, in their order', async () => {
    const entries = [entry('refuse'), entry('a'), entry('refuse'), entry('b')];
    const left = await eventBridgeBus(client, 'record').put(entries);
    expect(left).toEqual([entries[0], entries[2]]);
  });
});
