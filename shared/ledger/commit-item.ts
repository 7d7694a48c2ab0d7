import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Commit } from './commit.ts';

type Item = Record<string, AttributeValue>;

/** An item of the ledger is no commit. */
export class MalformedCommit extends Error {
  override readonly name = 'MalformedCommit';
}

/** A commit as an item of the ledger table. */
export const itemOf = (commit: Commit): Item => ({
  stream: { S: commit.stream },
  version: { N: String(commit.version) },
  count: { N: String(commit.count) },
  ...(commit.format !== undefined && { format: { N: String(commit.format) } }),
  events: { S: commit.events },
  previousHash: { S: commit.previousHash },
  hash: { S: commit.hash },
  commitId: { S: commit.commitId },
  ...(commit.request !== undefined && { request: { S: commit.request } }),
  state: { S: commit.state },
  committedAt: { S: commit.committedAt },
});

/** Parses an item of the ledger table, also from a stream record, as a commit; throws MalformedCommit. */
export const commitFrom = (item: Item): Commit => ({
  stream: text(item, 'stream'),
  version: number(item, 'version'),
  count: number(item, 'count'),
  ...formatOf(item),
  events: text(item, 'events'),
  previousHash: text(item, 'previousHash'),
  hash: text(item, 'hash'),
  commitId: text(item, 'commitId'),
  ...(item.request?.S !== undefined && { request: item.request.S }),
  state: text(item, 'state'),
  committedAt: text(item, 'committedAt'),
});

function formatOf({ format }: Item): Pick<Commit, 'format'> {
  if (format === undefined) return {};
  if (format.N !== '2') throw new Error(`Ledger item of the unknown format ${format.N}`);
  return { format: 2 };
}

const text = (item: Item, name: keyof Commit): string => {
  const value = item[name]?.S;
  if (value === undefined) throw new MalformedCommit(`Ledger item without ${name}`);
  return value;
};

const number = (item: Item, name: keyof Commit): number => {
  const value = item[name]?.N;
  if (value === undefined) throw new MalformedCommit(`Ledger item without ${name}`);
  return Number(value);
};
