import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Decision } from './decisions.ts';

type Item = Record<string, AttributeValue>;

/** A decision as an item of its table. */
export const decisionItem = (key: string, { revision, data, expiresAt }: Decision): Item => ({
  key: { S: key },
  revision: { N: String(revision) },
  data: { S: data },
  ...(expiresAt !== undefined && { expiresAt: { N: String(expiresAt) } }),
});

/** An item of the table as a decision; an item without an attribute is an error. */
export function decisionFrom(item: Item): Decision {
  const { revision, data, expiresAt } = item;
  if (revision?.N === undefined || data?.S === undefined) throw new Error('Decision without revision or data');
  return {
    revision: Number(revision.N),
    data: data.S,
    ...(expiresAt?.N !== undefined && { expiresAt: Number(expiresAt.N) }),
  };
}
