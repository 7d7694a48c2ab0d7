// The functions of the stack of queues. What they are handed they write down in a file, one line for each beginning and
// each end.
import { appendFileSync, existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const note = (line) => appendFileSync(process.env.NOTES, `${JSON.stringify(line)}\n`);

const opening = async (path) => {
  while (!existsSync(path)) await pause(5);
};

/**
 * Takes messages such as `{"name":"a1","holds":"path"}` one after the other: one that holds is done when that file
 * exists, one that fails is reported, and with it what follows it in its group.
 */
export const take = async ({ Records }) => {
  const failed = [];
  const groups = new Set();
  for (const record of Records) {
    const { messageId, body, attributes } = record;
    const { name, holds, fails } = JSON.parse(body);
    const group = attributes.MessageGroupId;
    if (groups.has(group)) {
      failed.push({ itemIdentifier: messageId });
      continue;
    }
    note({ began: name, group, time: Number(attributes.ApproximateReceiveCount), record });
    if (holds !== undefined) await opening(holds);
    if (fails === true || fails >= Number(attributes.ApproximateReceiveCount)) {
      if (group !== undefined) groups.add(group);
      failed.push({ itemIdentifier: messageId });
    }
    note({ ended: name, group });
  }
  return { batchItemFailures: failed };
};
