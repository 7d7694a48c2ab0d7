import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readConfiguration, stageConfigurations } from '#infra/stages/stage-configuration.ts';
import { deployed } from '#tests/support/deployed.ts';

const withHeads = (notedHeads: unknown) =>
  deployed('prod', { configuration: readConfiguration('prod.json', { ...stageFile(), notedHeads }) });
const stageFile = () => {
  const { clients, groups, ...others } = stageConfigurations.prod();
  const short = <Member extends { readonly scopes: readonly string[] }>(members: readonly Member[]) =>
    members.map((member) => ({ ...member, scopes: member.scopes.map((scope) => scope.replace('chancery/', '')) }));
  return { clients: short(clients), groups: short(groups), ...others };
};
const environment = z.object({ Environment: z.object({ Variables: z.object({ HEADS_BUCKET: z.unknown() }) }) });
const bucketOf = ({ all }: ReturnType<typeof deployed>) =>
  all('AWS::Lambda::Function', z.unknown()).flatMap(({ properties }) => {
    const read = environment.safeParse(properties);
    return read.success ? [read.data.Environment.Variables.HEADS_BUCKET] : [];
  });
const roles = ({ all }: ReturnType<typeof deployed>) =>
  all('AWS::IAM::Role', z.unknown())
    .map(({ properties }) => JSON.stringify(properties))
    .filter((role) => role.includes('"s3:'));

describe('heads of the feed', () => {
  it('are noted nowhere by default, at no cost', () => {
    for (const stage of ['dev', 'prod'] as const) {
      expect(deployed(stage).all('AWS::S3::Bucket', z.unknown())).toEqual([]);
      expect([bucketOf(deployed(stage)), roles(deployed(stage))]).toEqual([['-'], []]);
    }
  });

  it('are noted, where a stage says so, in a bucket of its own whose objects nobody can change for so many days', () => {
    const stack = withHeads({ retentionDays: 400 });
    const [bucket] = stack.all('AWS::S3::Bucket', z.looseObject({}));
    expect(bucket?.deletionPolicy).toBe('RetainExceptOnCreate');
    expect(bucket?.properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 400 } } },
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
    expect(bucketOf(stack)).toEqual([{ Ref: bucket?.id }]);
    const [role, ...others] = roles(stack);
    expect(others).toEqual([]);
    expect(role).toContain('"Action":"s3:PutObject","Effect":"Allow"');
    expect(role?.match(/"s3:\w+"/g)).toEqual(['"s3:PutObject"']);
    expect(role).toContain('"/heads/*"');
  });

  it('are noted in the bucket of another account, which this one may only put to', () => {
    const stack = withHeads({ bucket: 'heads-of-chancery' });
    expect(stack.all('AWS::S3::Bucket', z.unknown())).toEqual([]);
    expect(bucketOf(stack)).toEqual(['heads-of-chancery']);
    expect(roles(stack).join('')).toContain(':s3:::heads-of-chancery/heads/*');
  });

  it.each([
    { retentionDays: 0 },
    { retentionDays: 36_501 },
    { bucket: 'Heads' },
    {},
    { retentionDays: 1, bucket: 'heads' },
  ])('are configured well: not %j', (notedHeads) => {
    expect(() => readConfiguration('prod.json', { ...stageFile(), notedHeads })).toThrow(
      'infra/stages/prod.json cannot be used: notedHeads',
    );
  });
});
