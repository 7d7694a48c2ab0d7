import { type DataFolder, openDataFolder } from './data-folder/data-folder.ts';
import { startDynamoDbLocal } from './dynamodb/dynamodb-local.ts';
import type { DatabaseServer } from './dynamodb/dynamodb-call.ts';
import { startHttpServer } from './http/http-server.ts';
import type { RunningStack } from './run-stack.ts';
import { synthesizeApp } from './template/synthesize-app.ts';

/** The running stack, and how it is stopped. */
export interface LocalCloud extends RunningStack {
  /** Milliseconds from the call to the first request served. */
  readonly bootMs: number;
  readonly stop: () => Promise<void>;
}

export interface LocalCloudOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** A folder that outlives the process, or `'memory'`. */
  readonly data: string;
  /** A synthesized cloud assembly; absent: synthesize the app now. */
  readonly assembly?: string;
  /** A DynamoDB Local that runs already and outlives the cloud, for `'memory'`; absent: start one. */
  readonly database?: DatabaseServer;
  readonly log?: 'quiet' | 'functions';
  /** Shards of each stream of a table, as one with several partitions has; absent: 1. */
  readonly shards?: number;
  /** Executions that the account has at a time, of all functions together; absent: no limit. */
  readonly concurrency?: number | undefined;
}

/** Runs the synthesized template on this machine. Throws a `Refusal`, one line to show, when it cannot be run. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const began = performance.now();
  const ending: (() => unknown)[] = [];
  /** Ends what was started, last first; a failed end does not stop the others. */
  const stop = async (): Promise<void> => {
    for (const end of ending.splice(0).toReversed()) await Promise.allSettled([end()]);
  };
  try {
    const running = await start(options, ending);
    return { ...running, bootMs: Math.round(performance.now() - began), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Starts the database and the synthesis in processes of their own, loads the rest of the code meanwhile, then runs the
 * stack.
 */
async function start(options: LocalCloudOptions, ending: (() => unknown)[]): Promise<RunningStack> {
  const { port = 0, data: location, assembly: synthesized, log = 'quiet', shards = 1, concurrency } = options;
  const server = await startHttpServer(port);
  ending.push(async () => server.stop(0));
  const data = openDataFolder(location);
  ending.push(data.release);

  const synthesis = synthesized === undefined ? synthesizeApp(data.path('cdk.out')) : undefined;
  ending.push(async () => synthesis?.stop());
  const database = options.database ?? startDatabase(location, data, ending);

  const [{ runStack }, assemblyFolder, databaseServer] = await Promise.all([
    import('./run-stack.ts'),
    synthesis?.folder ?? synthesized ?? '',
    database,
  ]);
  return runStack({ server, data, assemblyFolder, databaseServer, log, shards, concurrency, ending });
}

/** Starts DynamoDB Local for this cloud alone. */
async function startDatabase(location: string, data: DataFolder, ending: (() => unknown)[]): Promise<DatabaseServer> {
  const starting = startDynamoDbLocal({
    folder: location === 'memory' ? undefined : data.path('dynamodb'),
    logFile: data.path('logs', 'dynamodb.log'),
  });
  ending.push(async () => (await starting).stop());
  const { endpoint } = await starting;
  return { endpoint, prefix: '' };
}
