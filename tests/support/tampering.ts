import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { blockFrom, blockItem } from '#shared/feed/blocks/block-item.ts';
import { completeItem } from '#shared/feed/blocks/complete-item.ts';
import { type Block, composeBlock, emptyFeed, entriesOf, type FeedHead, headAfter } from '#shared/feed/blocks/block.ts';
import { type Commit, commitHash, genesisHash } from '#shared/ledger/commit.ts';
import { commitFrom, itemOf } from '#shared/ledger/commit-item.ts';

const page = '0';

/** Somebody who can write to the tables themselves, past the service. */
export function tampering(client: DynamoDBClient) {
  const put = async (TableName: string, Item: Record<string, AttributeValue>) =>
    client.send(new PutItemCommand({ TableName, Item }));
  const remove = async (TableName: string, Key: Record<string, AttributeValue>) =>
    client.send(new DeleteItemCommand({ TableName, Key }));
  const query = async (TableName: string, key: string, value: string) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: '#key = :value',
        ExpressionAttributeNames: { '#key': key },
        ExpressionAttributeValues: { ':value': { S: value } },
      }),
    );
    return Items;
  };

  const commits = async (stream: string) => (await query('Ledger', 'stream', stream)).map(commitFrom);
  const blocks = async () => (await query('Feed', 'page', page)).map(blockFrom);
  const putHead = async (head: FeedHead) => put('Feed', completeItem(head));

  return {
    putItem: put,
    putCommit: async (commit: Commit) => put('Ledger', itemOf(commit)),
    removeCommit: async (stream: string, version: number) =>
      remove('Ledger', { stream: { S: stream }, version: { N: String(version) } }),
    /** Changes one commit and leaves the others as they are. */
    changeCommit: async (stream: string, version: number, change: (commit: Commit) => Commit) => {
      for (const commit of await commits(stream)) {
        if (commit.version === version) await put('Ledger', itemOf(change(commit)));
      }
    },
    /** Changes a stream and chains it anew, so that it is right in itself. */
    rewriteStream: async (stream: string, change: (commit: Commit) => Commit) => {
      let previousHash = genesisHash(stream);
      for (const commit of await commits(stream)) {
        const changed = { ...change(commit), previousHash };
        const hash = commitHash(changed);
        await put('Ledger', itemOf({ ...changed, hash }));
        previousHash = hash;
      }
    },
    changeBlock: async (position: number, change: (block: Block) => Block) => {
      for (const block of await blocks()) {
        if (block.position === position) await put('Feed', blockItem(change(block)));
      }
    },
    moveBlock: async (from: number, to: number) => {
      for (const block of await blocks()) {
        if (block.position === from) await put('Feed', blockItem({ ...block, position: to }));
      }
      await remove('Feed', { page: { S: page }, position: { N: String(from) } });
    },
    removeBlock: async (position: number) => remove('Feed', { page: { S: page }, position: { N: String(position) } }),
    putHead,
    /** Changes what the feed says happened, and chains it anew to its head, so that it is right in itself. */
    rewriteFeed: async (change: (entries: readonly FeedEntry[]) => readonly FeedEntry[]) => {
      const before = await blocks();
      for (const { position } of before) await remove('Feed', { page: { S: page }, position: { N: String(position) } });
      let head = emptyFeed;
      for (const { stream, version, events } of change(before.flatMap(entriesOf))) {
        const block = composeBlock(head, [{ stream, version, count: events.length, events: JSON.stringify(events) }]);
        await put('Feed', blockItem(block));
        head = headAfter(block);
      }
      await putHead(head);
    },
  };
}

export type FeedEntry = ReturnType<typeof entriesOf>[number];
export type Tampering = ReturnType<typeof tampering>;
