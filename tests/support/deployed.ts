import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import * as z from 'zod';
import settings from '../../cdk.json' with { type: 'json' };
import { deploymentOf } from '#infra/deployment.ts';
import { ChanceryStack } from '#infra/stack.ts';
import { routes } from '#shared/api/routes.ts';

/** Names of the functions that follow a log. */
export const followers = ['sequence-commits', 'project-feed', 'publish-feed'];

/** Names of the functions that the tick wakes and that follow no stream. */
export const workers = ['rebuild-projections', 'match-sockets', 'sweep-sockets'];

/** Names of the functions that bring events to webhooks. */
export const webhookFunctions = ['match-subscriptions', 'wake-webhooks', 'deliver-webhooks'];

/** Names of the functions that serve sockets. */
const servingSockets = ['authorize-socket', 'open-socket', 'answer-socket', 'close-socket', 'push-to-sockets'];

/** Names of all functions that the stack deploys. */
export const functionNames = [
  ...new Set(routes.map((route) => route.function)),
  ...followers,
  ...workers,
  ...webhookFunctions,
  ...servingSockets,
];

const templateShape = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.unknown(),
      DeletionPolicy: z.string().optional(),
    }),
  ),
  Outputs: z.record(z.string(), z.unknown()),
});

export interface Resource<Properties> {
  readonly id: string;
  readonly deletionPolicy: string | undefined;
  readonly properties: Properties;
}

/** A synthesized stage, to be asked for its resources. */
export interface Deployed {
  readonly stack: ChanceryStack;
  readonly app: App;
  readonly outputs: readonly string[];
  /** The resources of a type, their properties read by a schema. */
  readonly all: <Properties>(type: string, properties: z.ZodType<Properties>) => Resource<Properties>[];
}

const known = new Map<string, Deployed>();

/** A stage as it would be deployed, perhaps with accounts that subscribe, synthesized once: with empty bundles and without AWS's own template rules, for speed. */
export function deployed(stage: 'dev' | 'prod', subscribers = ''): Deployed {
  const name = `${stage} ${subscribers}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-deployed-'));
  const app = new App({
    outdir: join(folder, 'cdk.out'),
    context: settings.context,
    builtinCloudFormationValidation: false,
  });
  const stack = new ChanceryStack(
    app,
    deploymentOf({ stage, subscribers, bundles: emptyBundles(join(folder, 'bundles')) }),
  );
  const template = templateShape.parse(app.synth().getStackArtifact(stack.artifactId).template);
  rmSync(folder, { recursive: true });
  const made: Deployed = {
    stack,
    app,
    outputs: Object.keys(template.Outputs),
    all: (type, properties) =>
      Object.entries(template.Resources)
        .filter(([, resource]) => resource.Type === type)
        .map(([id, { Properties, DeletionPolicy }]) => ({
          id,
          deletionPolicy: DeletionPolicy,
          properties: properties.parse(Properties),
        })),
  };
  known.set(name, made);
  return made;
}

function emptyBundles(folder: string): string {
  for (const name of functionNames) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'index.mjs'), '');
  }
  return folder;
}
