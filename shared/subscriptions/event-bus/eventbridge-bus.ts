import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { callTimeouts } from '#shared/aws-client-settings.ts';
import type { EventBus } from './event-bus.ts';

/** Makes the EventBridge client of a function; a call without a response is given up after 5 s and retried. */
export const eventBridgeClient = (): EventBridgeClient => new EventBridgeClient({ requestHandler: callTimeouts });

/** Sends to a classic EventBridge bus. */
export const eventBridgeBus = (client: EventBridgeClient, bus: string): EventBus => ({
  put: async (entries) => {
    const { Entries = [], FailedEntryCount = 0 } = await client.send(
      new PutEventsCommand({
        Entries: entries.map(({ source, detailType, detail, time }) => ({
          EventBusName: bus,
          Source: source,
          DetailType: detailType,
          Detail: detail,
          Time: new Date(time),
        })),
      }),
    );
    return FailedEntryCount === 0 ? [] : entries.filter((_, index) => Entries[index]?.ErrorCode !== undefined);
  },
});
