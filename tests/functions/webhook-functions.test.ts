import { describe, expect, it } from 'vitest';
import { invocation } from '#tests/support/as-deployed.ts';
import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { queueFunction } from '#functions/adapters/queue-function.ts';
import { sqsDeliveries, subscriptionNotified } from '#shared/subscriptions/webhooks/sqs-deliveries.ts';
import { sampleSubscription } from '#tests/support/sample-subscription.ts';

/** A queue that takes all messages but those that a test says. */
function queue(refused: readonly string[] = []) {
  const sent: { group: string | undefined; once: string | undefined; body: unknown }[] = [];
  const calls: number[] = [];
  const send = async ({ input: { Entries = [] } }: SendMessageBatchCommand) => {
    calls.push(Entries.length);
    const taken = Entries.filter(({ MessageGroupId = '' }) => !refused.includes(MessageGroupId));
    for (const { MessageGroupId, MessageDeduplicationId, MessageBody = '' } of taken)
      sent.push({ group: MessageGroupId, once: MessageDeduplicationId, body: JSON.parse(MessageBody) });
    return { Failed: Entries.filter((entry) => !taken.includes(entry)).map(() => ({ Message: 'slow down' })) };
  };
  return { sent, calls, client: { send } as unknown as SQSClient };
}

describe('triggers of deliveries', () => {
  it('name a subscription and nothing else, ten in a call, none taken for another', async () => {
    const { sent, calls, client } = queue();
    const subscriptions = Array.from({ length: 12 }, () => sampleSubscription());
    await sqsDeliveries(client, 'queue')([...subscriptions, ...subscriptions.slice(0, 1)]);
    expect(calls).toEqual([10, 3]);
    expect(sent.map(({ body }) => body).slice(0, 12)).toEqual(subscriptions.map(({ owner, id }) => ({ owner, id })));
    expect(sent.map(({ group }) => group).slice(0, 12)).toEqual(subscriptions.map(({ id }) => id));
    expect(new Set(sent.map(({ once }) => once)).size).toBe(13);
  });

  it('that the queue did not take are an error, so that the matcher does not move on', async () => {
    const refused = sampleSubscription();
    const { sent, client } = queue([refused.id]);
    await expect(sqsDeliveries(client, 'queue')([refused, sampleSubscription()])).rejects.toThrow(
      '1 notifications were not taken',
    );
    expect(sent).toHaveLength(1);
  });
});

describe('a function that a queue triggers', () => {
  const event = (...bodies: unknown[]) => ({
    Records: bodies.map((body, index) => ({ messageId: String(index), body: JSON.stringify(body) })),
  });

  it('works on each message, in the time that is left', async () => {
    const seen: unknown[] = [];
    const handler = queueFunction(
      async (body, timeLeft) => void seen.push([subscriptionNotified(body).id, timeLeft()]),
    );
    expect(await handler(event({ id: 'a' }, { id: 'b' }), invocation(60_000))).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual([
      ['a', 48_000],
      ['b', 48_000],
    ]);
  });

  it('keeps no message whose work failed: the schedule triggers it again', async () => {
    const seen: unknown[] = [];
    const handler = queueFunction(async (body) => {
      const { id } = subscriptionNotified(body);
      if (id === 'a') throw new Error('broken');
      seen.push(id);
    });
    expect(await handler(event({ id: 'a' }, { id: 'b' }), invocation())).toEqual({ batchItemFailures: [] });
    expect(seen).toEqual(['b']);
  });
});
