import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { firstDayOf, monthsBetween, monthsLater } from '#shared/domain/dates/calendar.ts';
import { useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';
import { startReceiver } from '#tests/support/receiver.ts';
import { connect } from '#tests/support/socket-client.ts';
import { until } from '#tests/support/until.ts';

const { api, cloud } = useCloud();

/** The announcer and who matches what it announces run each minute. */
const seconds = 200;

it(
  'a change of phase reaches a webhook, signed, and a socket, after events are posted',
  { timeout: 240_000 },
  async () => {
    const { dyad, path, meeting } = freshRelation();
    const receiver = await startReceiver();
    const filter = { kinds: ['phase'], dyads: [dyad] };
    const { body: subscription } = await api.post<{ id: string; secret: string }>('/subscriptions', {
      url: receiver.url,
      filter,
    });
    const client = await connect(cloud().socketUrl ?? '', {
      headers: { authorization: `Bearer ${await cloud().token()}` },
    });
    client.say({ action: 'subscribe', id: 'phases', filter });
    await client.heard('subscribed');

    const present = new Date().toISOString().slice(0, 7);
    const calm = monthsBetween(monthsLater(present, -27), monthsLater(present, -3)).map(firstDayOf);
    const busy = monthsBetween(monthsLater(present, -2), monthsLater(present, -1)).flatMap((month) =>
      Array.from({ length: 10 }, (_, day) => `${month}-${day + 10}`),
    );
    const { status } = await api.post(
      path,
      [...calm, ...busy].map((occurred) => meeting({ occurred })),
    );
    expect(status).toBe(201);

    const id = `${dyad}/tempo-cooperative/${monthsLater(present, -2)}`;
    await until('the webhook', () => receiver.received.length > 0, seconds);
    const [message] = receiver.received;
    expect(new Webhook(subscription.secret).verify(message?.body ?? '', message?.headers ?? {})).toMatchObject({
      specversion: '1.0',
      id,
      type: 'PhaseChanged',
      data: { dyad, kind: 'rise', words: expect.stringMatching(/^contacts rose from /) },
    });
    expect(message?.headers['webhook-id']).toBe(id);
    expect(await client.eventsWhen(1, seconds)).toEqual([id]);
    client.socket.terminate();
    await api.send(`/subscriptions/${subscription.id}`, { method: 'DELETE' });
    await receiver.stop();
  },
);
