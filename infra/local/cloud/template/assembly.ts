import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { Refusal } from '#infra/local/refusal.ts';

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});

const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).optional(),
      Condition: z.string().optional(),
    }),
  ),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown() })).optional(),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).optional(),
  Conditions: z.record(z.string(), z.unknown()).optional(),
});

export type Template = z.output<typeof templateSchema>;

export interface Assembly {
  readonly stackName: string;
  readonly region: string;
  readonly template: Template;
  /** The folder of an asset by its S3 key; `undefined` when the assembly does not hold it. */
  readonly assetFolder: (s3Key: string) => string | undefined;
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

/** Reads the one stack of a cloud assembly (the folder that `cdk synth` writes) and the places of its assets. */
export async function loadAssembly(folder: string): Promise<Assembly> {
  const manifest = manifestSchema.parse(await readJson(join(folder, 'manifest.json')));
  const stacks = Object.entries(manifest.artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const [stack] = stacks;
  if (stack === undefined || stacks.length > 1)
    throw new Refusal(`The assembly ${folder} holds ${stacks.length} stacks; the local cloud runs exactly one`);
  const [id, { environment = '', properties = {} }] = stack;

  const folders = new Map<string, string>();
  for (const { type, properties: asset = {} } of Object.values(manifest.artifacts)) {
    if (type !== 'cdk:asset-manifest' || typeof asset['file'] !== 'string') continue;
    const { files } = assetsSchema.parse(await readJson(join(folder, asset['file'])));
    for (const { source, destinations } of Object.values(files))
      for (const { objectKey } of Object.values(destinations))
        if (source.path !== undefined) folders.set(objectKey, resolve(folder, source.path));
  }

  const region = /^aws:\/\/[^/]*\/(.+)$/.exec(environment)?.[1];
  return {
    stackName: typeof properties['stackName'] === 'string' ? properties['stackName'] : id,
    region: region === undefined || region === 'unknown-region' ? 'eu-west-1' : region,
    template: templateSchema.parse(await readJson(join(folder, String(properties['templateFile'])))),
    assetFolder: (s3Key) => folders.get(s3Key),
  };
}
