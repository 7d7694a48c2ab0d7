import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBLedgerReader, dynamoDBLedgerWalk } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { storedRecord } from '#shared/verification/stored-record.ts';
import type { VerifiableRecord } from '#shared/verification/verify.ts';
import { loadAssembly } from '#infra/local/cloud/template/assembly.ts';
import { openDataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { startDynamoDbLocal } from '#infra/local/cloud/dynamodb/dynamodb-local.ts';
import { Refusal } from '#infra/local/refusal.ts';
import { secretStore } from '#infra/local/cloud/secrets/secrets.ts';
import { type LocalTable, openTables } from '#infra/local/cloud/dynamodb/tables.ts';
import { resolveTemplate } from '#infra/local/cloud/template/template.ts';

/** The record in a data folder whose local cloud is not running. Only the database is started. */
export async function openStoredRecord(
  folder: string,
): Promise<{ readonly record: VerifiableRecord; readonly close: () => Promise<void> }> {
  if (!existsSync(join(folder, 'dynamodb'))) throw new Refusal(`${folder} is not the data folder of a local cloud`);
  const data = openDataFolder(folder);
  try {
    const database = await startDynamoDbLocal({
      folder: data.path('dynamodb'),
      logFile: data.path('logs', 'dynamodb.log'),
    });
    const close = async (): Promise<void> => {
      await database.stop();
      data.release();
    };
    try {
      const assembly = await loadAssembly(data.path('cdk.out'));
      const template = resolveTemplate(assembly, secretStore(data), {
        gateway: 'http://127.0.0.1',
        services: 'http://127.0.0.1',
      });
      const tables = await openTables(template, { endpoint: database.endpoint, prefix: '' });
      return { record: recordIn(tables), close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    data.release();
    throw error;
  }
}

function recordIn(tables: readonly LocalTable[]): VerifiableRecord {
  const open = (logicalId: string) => {
    const table = tables.find((one) => one.logicalId.startsWith(logicalId));
    if (table === undefined) throw new Refusal(`The data folder has no table ${logicalId}`);
    const { endpoint, region, accessKeyId } = table.database;
    const credentials = { accessKeyId, secretAccessKey: 'local' };
    return { client: new DynamoDBClient({ endpoint, region, credentials }), name: table.name };
  };
  const ledger = open('Ledger');
  const feed = open('Feed');
  return storedRecord({
    ledger: dynamoDBLedgerReader(ledger.client, ledger.name),
    walk: dynamoDBLedgerWalk(ledger.client, ledger.name),
    feed: dynamoDBFeedReader(feed.client, feed.name),
  });
}
