import * as z from 'zod';
import type { DataFolder } from '#infra/local/cli/data-folder.ts';
import { openQueue } from './queue.ts';
import type { Deliver } from '#infra/local/cloud/eventbridge/rule-target.ts';

const envelopeSchema = z.object({
  version: z.literal('0'),
  id: z.string(),
  'detail-type': z.string(),
  source: z.string(),
  account: z.string(),
  time: z.string(),
  region: z.string(),
  resources: z.array(z.string()),
  detail: z.unknown(),
});

/**
 * EventBridge loses no event that it has accepted: each one is written down until its target is done with it, and those that a killed
 * process left behind are delivered at the next start.
 */
export function durably(deliver: Deliver, name: string, data: DataFolder): Deliver {
  const underWay = openQueue({
    name,
    arn: name,
    url: name,
    file: data.path('deliveries', `${name}.jsonl`),
    visibilitySeconds: Infinity,
    retentionSeconds: Infinity,
  });
  const finish = async (id: string, body: string): Promise<void> => {
    if ((await deliver(envelopeSchema.parse(JSON.parse(body)))) === 'stopped') return;
    underWay.discard(id);
  };
  for (const { id, body } of underWay.receive(Infinity)) void finish(id, body);

  return async (event) => {
    const body = JSON.stringify(event);
    await finish(underWay.send(body).id, body);
    return 'done';
  };
}
