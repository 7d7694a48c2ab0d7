import { issuerSettings } from './cognito/issuer-settings.ts';
import { issuerEndpoint } from './cognito/issuer-endpoint.ts';
import { issuerRequest } from './cognito/issuer-request.ts';
import { jwtIssuer, type TokenOptions } from './cognito/jwt-issuer.ts';
import { personTokens } from './cognito/person-tokens.ts';
import { signingKey } from './cognito/signing-key.ts';
import type { DataFolder } from './data-folder/data-folder.ts';
import type { DatabaseServer } from './dynamodb/dynamodb-call.ts';
import { startEndpointThread } from './dynamodb/endpoint-thread.ts';
import { startStreamMappings } from './dynamodb/stream-wiring.ts';
import { mainDatabase, openTables } from './dynamodb/tables.ts';
import { bindRules } from './eventbridge/bind-rules.ts';
import { eventBuses, type PublishedEntry } from './eventbridge/event-bus.ts';
import { startSchedule } from './eventbridge/schedule.ts';
import { gatewayProblem } from './http/gateway-problem.ts';
import { httpGateway } from './http/http-gateway.ts';
import type { HttpServer } from './http/http-server.ts';
import { hostFunctions } from './lambda/functions.ts';
import { invocationSettings } from './lambda/invocation-settings.ts';
import { secretStore } from './secrets/secrets.ts';
import { startServiceEndpoint } from './service-endpoint.ts';
import { socketGateway } from './sockets/socket-gateway.ts';
import { socketApiOf } from './sockets/socket-routes.ts';
import { createQueues, startQueueMappings } from './sqs/queue-wiring.ts';
import { loadAssembly } from './template/assembly.ts';
import { webSocketAddress } from './template/physical-names.ts';
import { resolveTemplate } from './template/template.ts';
import { within } from './within.ts';

/** The deployed stack, running on this machine. */
export interface RunningStack {
  /** `http://127.0.0.1:PORT` of the HTTP API and of the token endpoint. */
  readonly url: string;
  /** `ws://127.0.0.1:PORT/STAGE` of the WebSocket API; absent when the template has none. */
  readonly socketUrl?: string;
  /** `AWS_ENDPOINT_URL_…` variables for SDK clients of tests. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly token: (options?: TokenOptions) => Promise<string>;
  /**
   * Calls the listener for every entry accepted by PutEvents, in order. Returns a function that ends the subscription.
   */
  readonly onPublished: (listener: (entry: PublishedEntry) => void) => () => void;
  /** The physical name of the one table whose logical id has this prefix. */
  readonly tableName: (logicalIdPrefix: string) => string;
  /** Fires all schedule rules now and waits for their targets. */
  readonly runSchedules: () => Promise<void>;
}

export interface StackInput {
  readonly server: HttpServer;
  readonly data: DataFolder;
  readonly assemblyFolder: string;
  readonly databaseServer: DatabaseServer;
  readonly log: 'quiet' | 'functions';
  /** Shards of each stream of a table. */
  readonly shards: number;
  /** Executions of the account; absent: no limit. */
  readonly concurrency?: number | undefined;
  /** Receives what ends each started part, in the order of the starts. */
  readonly ending: (() => unknown)[];
}

/** Milliseconds that requests in flight have when the cloud stops. */
const patienceMs = 2000;

/**
 * Runs the stack of an assembly: creates its tables and queues, hosts its functions and connects them to their event
 * sources.
 */
export async function runStack(input: StackInput): Promise<RunningStack> {
  const { server, data, ending, log, shards, concurrency } = input;
  const [key, assembly, services] = await Promise.all([
    signingKey(data),
    loadAssembly(input.assemblyFolder),
    startServiceEndpoint(),
  ]);
  ending.push(services.stop);
  const secrets = secretStore(data);
  const template = resolveTemplate(assembly, secrets, { gateway: server.url, services: services.url });
  const tables = await openTables(template, input.databaseServer);
  const written = new Map<string, () => void>();
  const database = await startEndpointThread({
    tables,
    fallback: mainDatabase(input.databaseServer, template.region),
    onWrite: (tableNames) => tableNames.forEach((name) => written.get(name)?.()),
  });
  ending.push(database.stop);
  const endpoints = {
    ...services.variables,
    AWS_ENDPOINT_URL_DYNAMODB: database.url,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: database.url,
  };
  const functions = hostFunctions({ template, assembly, data, endpoints, log, concurrency });
  ending.push(async () => Promise.all([...functions.values()].map(async (fn) => fn.stop())));

  const stopping = new AbortController();
  const queues = createQueues(template);
  const rules = bindRules(template, {
    functions,
    queues,
    invocationSettings: invocationSettings(template, queues),
    data,
    signal: stopping.signal,
  });
  const buses = eventBuses({ ...template, busNames: rules.busNames, rules: rules.byPattern });
  const mappings = startStreamMappings({ template, tables, functions, queues, data, shards });
  for (const { tableName, mapping } of mappings) {
    const others = written.get(tableName);
    written.set(tableName, () => {
      others?.();
      mapping.notify();
    });
  }
  const consumers = [...mappings.map(({ mapping }) => mapping), ...startQueueMappings({ template, functions, queues })];
  ending.push(async () => within(patienceMs, Promise.allSettled(consumers.map(async (consumer) => consumer.stop()))));
  const socketApi = socketApiOf(template, functions);
  const sockets = socketApi && socketGateway(socketApi);
  const connections = sockets?.connections ?? new Map();
  services.serve({ buses, queues: [...queues.values()], secrets, connections });

  const schedule = startSchedule(rules.bySchedule, template);
  ending.push(() => stopping.abort(), schedule.stop);

  const issuer = await jwtIssuer(issuerSettings(template), key);
  const gateway = httpGateway(template, functions, issuer);
  const fromIssuer = issuerEndpoint(issuer, personTokens(issuer, functions), server.url);
  server.respondWith(
    async (request, body) =>
      (await fromIssuer(issuerRequest(request, body))) ??
      gateway?.(request, body) ??
      gatewayProblem('not-found', 'The template has no HTTP API'),
  );
  ending.push(async () => server.stop(patienceMs));
  if (sockets !== undefined) {
    server.upgradeWith(sockets.upgrade);
    ending.push(async () => sockets.stop(patienceMs)); // the server ends after its last socket
  }
  void schedule.fireAll(); // consumers catch up now rather than in a minute

  return {
    url: server.url,
    ...(socketApi && { socketUrl: `${webSocketAddress(server.url)}/${socketApi.stage}` }),
    endpoints,
    token: issuer.sign,
    onPublished: buses.onPublished,
    tableName: (prefix) => {
      const [found, ...others] = tables.filter(({ logicalId }) => logicalId.startsWith(prefix));
      if (found === undefined || others.length > 0) throw new Error(`${others.length + 1} tables begin with ${prefix}`);
      return found.name;
    },
    runSchedules: schedule.fireAll,
  };
}
