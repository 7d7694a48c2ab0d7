import { CfnResource, Fn } from 'aws-cdk-lib';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { Stack } from 'aws-cdk-lib';
import { afterEach, describe, expect, it } from 'vitest';
import { loadAssembly } from '#infra/local/cloud/template/assembly.ts';
import { openDataFolder, type DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { lambdaFunction } from '#infra/local/cloud/lambda/function-types.ts';
import { secretStore } from '#infra/local/cloud/secrets/secrets.ts';
import { globalTable } from '#infra/local/cloud/dynamodb/table-types.ts';
import { resolveTemplate } from '#infra/local/cloud/template/template.ts';
import { synthesizeTinyStack } from '#tests/support/tiny-stack.ts';

let data: DataFolder | undefined;
afterEach(() => data?.release());

const resolved = async (extend?: (stack: Stack) => void, folder = openDataFolder('memory')) => {
  data = folder;
  return resolveTemplate(await loadAssembly(synthesizeTinyStack(extend)), secretStore(folder), {
    gateway: 'http://local',
    services: 'http://aws.local',
  });
};

describe('a synthesized template', () => {
  it('gives its functions the names of tables and the value of secrets', async () => {
    const template = await resolved();
    const [notes] = template.resources(globalTable);
    const [relay] = template.resources(lambdaFunction);
    expect(relay?.properties.Environment?.Variables).toMatchObject({
      NOTES_TABLE: notes?.name,
      SECRET: expect.stringMatching(/^[a-zA-Z0-9]{40}$/),
    });
  });

  it('generates a secret once for a data folder', async () => {
    const secretOf = (template: Awaited<ReturnType<typeof resolved>>) =>
      template.resources(lambdaFunction)[0]?.properties.Environment?.Variables?.['SECRET'];
    const first = secretOf(await resolved());
    expect(secretOf(await resolved(undefined, data))).toBe(first);
  });

  it.each<[string, (stack: Stack) => void, RegExp]>([
    [
      'a type that is not known',
      (stack) => new CfnResource(stack, 'Cache', { type: 'AWS::ElastiCache::ReplicationGroup' }),
      /does not know Cache \(AWS::ElastiCache::ReplicationGroup\)/,
    ],
    [
      'a property that is not known',
      (stack) =>
        (stack.node.findChild('relay').node.defaultChild as CfnFunction).addPropertyOverride('Layers', ['arn:layer']),
      /relay\w+ \(AWS::Lambda::Function\): the property Layers is not supported/,
    ],
    [
      'an intrinsic function that is not known',
      (stack) =>
        (stack.node.findChild('relay').node.defaultChild as CfnFunction).addPropertyOverride(
          'Environment.Variables.ELSEWHERE',
          Fn.importValue('other'),
        ),
      /relay\w+: The local cloud does not understand Fn::ImportValue/,
    ],
  ])('is refused by the name of the resource for %s', async (_name, extend, message) => {
    await expect(resolved(extend)).rejects.toThrow(message);
  });
});
