import { loadAssembly } from './template/assembly.ts';
import { startAwsEndpoint } from './aws-endpoint.ts';
import { openDataFolder } from '#infra/local/cli/data-folder.ts';
import { dynamoDbEndpoint } from './dynamodb/dynamodb-endpoint.ts';
import { startDynamoDbLocal } from './dynamodb/dynamodb-local.ts';
import { eventBuses, type PublishedEntry } from './eventbridge/event-bus.ts';
import { hostFunctions } from './lambda/functions.ts';
import { gatewayProblem } from './http/gateway-problem.ts';
import { httpGateway } from './http/http-gateway.ts';
import { target } from './http/http-event.ts';
import { startHttpServer } from './http/http-server.ts';
import { issuerSettings } from './cognito/issuer-settings.ts';
import { jwtIssuer, signingKey, type TokenOptions } from './cognito/jwt-issuer.ts';
import { startSchedule } from './eventbridge/schedule.ts';
import { secretStore } from './secrets/secrets.ts';
import { socketGateway } from './sockets/socket-gateway.ts';
import { socketApiOf } from './sockets/socket-routes.ts';
import { synthesizeApp } from './synthesize-app.ts';
import { openTables } from './dynamodb/tables.ts';
import { resolveTemplate } from './template/template.ts';
import { tokenEndpoint } from './cognito/token-endpoint.ts';
import { webSocketAddress } from './template/physical-names.ts';
import { openQueues, startQueueMappings } from './sqs/queue-wiring.ts';
import { within } from './within.ts';
import { bindRules, invocationSettings, startStreamMappings } from './wiring.ts';

export type { PublishedEntry } from './eventbridge/event-bus.ts';

/** The deployed stack, running on this machine. */
export interface LocalCloud {
  /** `http://127.0.0.1:PORT` of the HTTP API and of the token endpoint. */
  readonly url: string;
  /** `ws://127.0.0.1:PORT/STAGE` of the WebSocket API; absent when the template has none. */
  readonly socketUrl?: string;
  /** `AWS_ENDPOINT_URL_…` variables for SDK clients of tests. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Milliseconds from the call to the first request served. */
  readonly bootMs: number;
  readonly token: (options?: TokenOptions) => Promise<string>;
  /** Called for every entry accepted by PutEvents, in order. Returns a function that ends the subscription. */
  readonly onPublished: (listener: (entry: PublishedEntry) => void) => () => void;
  /** The physical name of the one table whose logical id begins so. */
  readonly tableName: (logicalIdPrefix: string) => string;
  /** Fires all schedule rules now and waits for their targets. */
  readonly tick: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface LocalCloudOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** A folder that outlives the process, or `'memory'`. */
  readonly data: string;
  /** A synthesized cloud assembly; absent: synthesize the app now. */
  readonly assembly?: string;
  readonly log?: 'quiet' | 'functions';
}

/** How long requests in flight may take to finish when the cloud stops. */
const patienceMs = 2000;

/** Runs the synthesized template on this machine. Throws a `Refusal`, one line to show, when it cannot be run. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const began = performance.now();
  const ending: (() => unknown)[] = [];
  /** Ends what was started, last first; what cannot be ended must not keep the rest alive. */
  const stop = async (): Promise<void> => {
    for (const end of ending.splice(0).toReversed()) await Promise.allSettled([end()]);
  };
  try {
    return await start(options, began, ending, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  { port = 0, data: location, assembly: synthesized, log = 'quiet' }: LocalCloudOptions,
  began: number,
  ending: (() => unknown)[],
  stop: () => Promise<void>,
): Promise<LocalCloud> {
  const server = await startHttpServer(port);
  ending.push(async () => server.stop(0));
  const data = openDataFolder(location);
  ending.push(data.release);

  const inMemory = location === 'memory';
  const startingDatabase = startDynamoDbLocal({
    folder: inMemory ? undefined : data.path('dynamodb'),
    logFile: data.path('logs', 'dynamodb.log'),
  });
  ending.push(async () => (await startingDatabase).stop());
  const startingEndpoint = startAwsEndpoint();
  ending.push(async () => (await startingEndpoint).stop());
  const synthesizing = synthesized === undefined ? synthesizeApp(data.path('cdk.out')) : Promise.resolve(synthesized);
  ending.push(async () => synthesizing); // what still writes into the data folder must not outlive it
  const [key, assembly, endpoint, database] = await Promise.all([
    signingKey(data),
    synthesizing.then(loadAssembly),
    startingEndpoint,
    startingDatabase,
  ]);

  const secrets = secretStore(data);
  const template = resolveTemplate(assembly, secrets, { gateway: server.url, services: endpoint.url });
  const tables = await openTables(template, database.endpoint);
  const functions = hostFunctions({ template, assembly, data, endpoints: endpoint.variables, log });
  ending.push(async () => Promise.all([...functions.values()].map(async (fn) => fn.stop())));

  const stopping = new AbortController();
  const queues = openQueues(template, data);
  const rules = bindRules(template, {
    functions,
    queues,
    invocationSettings: invocationSettings(template, queues),
    data,
    signal: stopping.signal,
  });
  const buses = eventBuses({ ...template, busNames: rules.busNames, rules: rules.byPattern });
  const mappings = startStreamMappings({ template, tables, functions, queues, data });
  const consumers = [...mappings.map(({ mapping }) => mapping), ...startQueueMappings({ template, functions, queues })];
  ending.push(async () => within(patienceMs, Promise.allSettled(consumers.map(async (consumer) => consumer.stop()))));
  const fallback = { endpoint: database.endpoint, accessKeyId: 'local', region: template.region };
  const wake = (written: readonly string[]) => {
    for (const { tableName, mapping } of mappings) if (written.includes(tableName)) mapping.wake();
  };
  const socketApi = socketApiOf(template, functions);
  const sockets = socketApi && socketGateway(socketApi);
  endpoint.serve({
    dynamoDb: dynamoDbEndpoint(tables, fallback, wake),
    buses,
    queues: [...queues.values()],
    connections: sockets?.connections ?? new Map(),
  });

  const schedule = startSchedule(rules.bySchedule, template);
  ending.push(() => stopping.abort(), schedule.stop);

  const issuer = await jwtIssuer(issuerSettings(template), key);
  const gateway = httpGateway(template, functions, issuer);
  server.answerWith(async (request, body) => {
    const fromIssuer = await tokenEndpoint(issuer, {
      method: request.method ?? 'GET',
      path: target(request).rawPath,
      authorization: request.headers.authorization,
      body: body?.toString() ?? '',
      url: server.url,
    });
    return fromIssuer ?? gateway?.(request, body) ?? gatewayProblem('not-found', 'The template has no HTTP API');
  });
  ending.push(async () => server.stop(patienceMs));
  if (sockets !== undefined) {
    server.upgradeWith(sockets.upgrade);
    ending.push(async () => sockets.stop(patienceMs)); // the server has ended when its last socket has
  }
  void schedule.tick(); // consumers catch up now rather than in a minute

  return {
    url: server.url,
    ...(socketApi && { socketUrl: `${webSocketAddress(server.url)}/${socketApi.stage}` }),
    endpoints: endpoint.variables,
    bootMs: Math.round(performance.now() - began),
    token: issuer.sign,
    onPublished: buses.onPublished,
    tableName: (prefix) => {
      const [found, ...others] = tables.filter(({ logicalId }) => logicalId.startsWith(prefix));
      if (found === undefined || others.length > 0) throw new Error(`${others.length + 1} tables begin with ${prefix}`);
      return found.name;
    },
    tick: schedule.tick,
    stop,
  };
}
