import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import * as z from 'zod';
import cdk from '../../cdk.json' with { type: 'json' };
import { type DeploymentSettings, deploymentOf } from '#infra/deployment.ts';
import { ChanceryStack } from '#infra/stack.ts';

const sources = join(import.meta.dirname, '../../functions');

/** Names of all functions that the stack deploys: every folder of `functions/` that holds a file of its name. */
export const functionNames = readdirSync(sources).filter((name) => existsSync(join(sources, name, `${name}.ts`)));

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

const named = z.object({
  Environment: z.object({ Variables: z.object({ POWERTOOLS_SERVICE_NAME: z.string() }) }),
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
  /** How many resources the template has. */
  readonly size: number;
  /** The types of its resources. */
  readonly types: readonly string[];
  /** The resources of a type, their properties read by a schema. */
  readonly all: <Properties>(type: string, properties: z.ZodType<Properties>) => Resource<Properties>[];
  /** The functions: by the names of their folders, under which they write their logs. */
  readonly functions: readonly { readonly id: string; readonly name: string }[];
  /** The id of the function of a name. */
  readonly functionId: (name: string) => string;
}

const known = new Map<string, Deployed>();

/**
 * A stage as it would be deployed, perhaps with other settings, synthesized once: with empty bundles and without AWS's
 * own template rules, for speed.
 */
export function deployed(stage: 'dev' | 'prod', settings: Omit<Partial<DeploymentSettings>, 'stage'> = {}): Deployed {
  const name = JSON.stringify([stage, settings]);
  const before = known.get(name);
  if (before !== undefined) return before;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-deployed-'));
  const app = new App({
    outdir: join(folder, 'cdk.out'),
    context: cdk.context,
    builtinCloudFormationValidation: false,
  });
  const bundles = emptyBundles(join(folder, 'bundles'));
  const stack = new ChanceryStack(app, deploymentOf({ ...settings, stage, bundles }));
  const template = templateShape.parse(app.synth().getStackArtifact(stack.artifactId).template);
  rmSync(folder, { recursive: true });
  const all: Deployed['all'] = (type, properties) =>
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, { Properties, DeletionPolicy }]) => ({
        id,
        deletionPolicy: DeletionPolicy,
        properties: properties.parse(Properties),
      }));
  const functions = all('AWS::Lambda::Function', named).map(({ id, properties }) => ({
    id,
    name: properties.Environment.Variables.POWERTOOLS_SERVICE_NAME,
  }));
  const made: Deployed = {
    stack,
    app,
    outputs: Object.keys(template.Outputs),
    size: Object.keys(template.Resources).length,
    types: [...new Set(Object.values(template.Resources).map(({ Type }) => Type))],
    all,
    functions,
    functionId: (wanted) => {
      const found = functions.find((one) => one.name === wanted);
      if (found === undefined) throw new Error(`${wanted} is not deployed`);
      return found.id;
    },
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
