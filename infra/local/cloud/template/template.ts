import * as z from 'zod';
import { withLocalAddresses } from '#infra/local/cloud/http/api-protocol.ts';
import type { Assembly } from './assembly.ts';
import { intrinsics } from './intrinsics.ts';
import {
  attributeOf,
  nameProperty,
  physicalResource,
  type Addresses,
  type PhysicalResource,
  type Place,
} from './physical-names.ts';
import { Refusal } from '#infra/local/refusal.ts';
import { acceptedWithoutEffect } from './resource-types.ts';
import type { RunTimeType } from './run-time-type.ts';
import { runTimeTypes } from './run-time-types.ts';
import { secret } from '#infra/local/cloud/secrets/secrets.ts';
import type { Secrets } from '#infra/local/cloud/secrets/secrets.ts';

export interface Resource<Properties> {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly reference: string;
  readonly properties: Properties;
}

export interface ResolvedTemplate extends Place {
  /** The resources of one type with their properties resolved and checked. */
  readonly resources: <S extends z.ZodType>(type: RunTimeType<S>) => Resource<z.output<S>>[];
}

/**
 * Resolves a stack's template against this machine. Refuses resource types, properties, intrinsic functions and
 * attributes that the local cloud does not know, naming the resource.
 */
export function resolveTemplate(
  { stackName, region, template }: Assembly,
  secrets: Secrets,
  addresses: Addresses,
): ResolvedTemplate {
  const place: Place = { stackName, region, accountId: '000000000000' };
  const physical = new Map<string, PhysicalResource>();

  const known = (logicalId: string): PhysicalResource | undefined => {
    const declared = template.Resources[logicalId];
    if (declared === undefined) return undefined;
    const found = physical.get(logicalId);
    if (found !== undefined) return found;
    const given = declared.Properties?.[nameProperty(declared.Type) ?? ''];
    const name = given === undefined ? undefined : z.string().parse(resolve(given));
    const made = physicalResource(declared, logicalId, name, place, addresses);
    physical.set(logicalId, made);
    return made;
  };

  const { resolve, condition } = intrinsics({
    template,
    pseudoParameters: {
      'AWS::AccountId': place.accountId,
      'AWS::Region': region,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stackName,
      'AWS::StackId': `arn:aws:cloudformation:${region}:${place.accountId}:stack/${stackName}/local`,
    },
    reference: (logicalId) => known(logicalId)?.reference,
    attribute: (logicalId, attribute) => {
      const resource = known(logicalId);
      if (resource === undefined) throw new Refusal(`The template has no resource ${logicalId}`);
      return attributeOf(resource, logicalId, attribute);
    },
  });

  const declared = Object.entries(template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || condition(Condition),
  );
  refuseUnknownTypes(declared.map(([logicalId, { Type }]) => ({ logicalId, type: Type })));

  const finished = (logicalId: string): Record<string, unknown> =>
    resolveIn(logicalId, () =>
      Object.fromEntries(
        Object.entries(template.Resources[logicalId]?.Properties ?? {}).flatMap(([name, value]) => {
          const found = mapTexts(resolve(value), (text) =>
            secrets.dynamicReferences(withLocalAddresses(text, template, addresses)),
          );
          return found === undefined ? [] : [[name, found]];
        }),
      ),
    );

  const running = new Map<string, Resource<unknown> & { readonly type: RunTimeType }>();
  const resolveAll = (type: RunTimeType) => {
    for (const [logicalId, { Type }] of declared) {
      const resource = known(logicalId);
      if (Type !== type.type || resource === undefined || running.has(logicalId)) continue;
      const found = finished(logicalId);
      if (type.only?.(found, template) === false) continue;
      const properties = checked(logicalId, type, found);
      running.set(logicalId, { logicalId, ...resource, type, properties });
      if (type === secret) secrets.define({ logicalId, arn: resource.arn, name: resource.name, properties });
    }
  };
  for (const type of [secret, ...runTimeTypes]) resolveAll(type); // secrets first: others refer to their values
  for (const [logicalId, { Type }] of declared)
    if (!running.has(logicalId) && !Object.hasOwn(acceptedWithoutEffect, Type))
      throw new Refusal(`${logicalId} (${Type}) is of a kind that the local cloud does not know`);

  return {
    ...place,
    resources: <S extends z.ZodType>(type: RunTimeType<S>) =>
      [...running.values()]
        .filter((resource) => resource.type === type)
        // every one of them came out of this very schema
        .map((resource) => ({ ...resource, properties: resource.properties as z.output<S> })),
  };
}

function refuseUnknownTypes(declared: readonly { logicalId: string; type: string }[]): void {
  const runs = new Set(runTimeTypes.map(({ type }) => type));
  const unknown = declared.filter(({ type }) => !runs.has(type) && !Object.hasOwn(acceptedWithoutEffect, type));
  if (unknown.length > 0)
    throw new Refusal(
      `The local cloud does not know ${unknown.map(({ logicalId, type }) => `${logicalId} (${type})`).join(', ')}`,
    );
}

/** The properties as their schema reads them; refuses what the local cloud does not support. */
function checked(logicalId: string, { type, properties }: RunTimeType, found: unknown): unknown {
  const parsed = properties.safeParse(found);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? '' : [...issue.path, ...('keys' in issue ? issue.keys : [])].join('.');
  throw new Refusal(
    `${logicalId} (${type}): the property ${where} is not supported by the local cloud: ${issue?.message}`,
  );
}

/** Dynamic references and addresses are replaced last, in finished strings: CDK joins them from pieces. */
function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((element) => mapTexts(element, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapTexts(member, map)]));
}

function resolveIn<T>(logicalId: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal && !error.message.startsWith(logicalId))
      throw new Refusal(`${logicalId}: ${error.message}`);
    throw error;
  }
}
