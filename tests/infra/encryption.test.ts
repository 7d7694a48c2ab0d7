import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readConfiguration } from '#infra/stages/stage-configuration.ts';
import { deployed } from '#tests/support/deployed.ts';
import { stageFile } from '#tests/support/stage-file.ts';

const encryptedBy = (encryption: string) =>
  deployed('prod', { configuration: readConfiguration('prod.json', { ...stageFile(), encryption }) });
const anything = z.looseObject({});
const holdingData = {
  'AWS::DynamoDB::GlobalTable': 'KMSMasterKeyId',
  'AWS::SecretsManager::Secret': 'KmsKeyId',
  'AWS::SQS::Queue': 'KmsMasterKeyId',
  'AWS::Logs::LogGroup': 'KmsKeyId',
  'AWS::Events::Archive': 'KmsKeyIdentifier',
} as const;

describe('data at rest', () => {
  it("is encrypted with AWS's own keys by default, which cost nothing", () => {
    for (const stack of [deployed('dev'), deployed('prod'), encryptedBy('aws')]) {
      expect(stack.all('AWS::KMS::Key', anything)).toEqual([]);
      for (const [type, property] of Object.entries(holdingData))
        for (const { properties } of stack.all(type, anything))
          expect(JSON.stringify(properties)).not.toMatch(new RegExp(`"${property}":(?!"")`));
    }
  });

  const { all } = encryptedBy('customer');
  const [key, ...others] = all('AWS::KMS::Key', anything);

  it('is encrypted with one key of the account where the stage says so, which is renewed and kept', () => {
    expect(others).toEqual([]);
    expect([key?.deletionPolicy, key?.properties.EnableKeyRotation]).toEqual(['RetainExceptOnCreate', true]);
  });

  it.each(Object.entries(holdingData))('is encrypted with that key everywhere: %s by %s', (type, property) => {
    const holding = all(type, anything);
    expect(holding.length).toBeGreaterThan(0);
    for (const { id, properties } of holding) {
      const named = new RegExp(`"${property}":\\{"(Ref|Fn::GetAtt)":\\[?"${key?.id}"`);
      expect([id, named.test(JSON.stringify(properties))]).toEqual([id, true]);
    }
  });

  it('can be used by each function by way of the services that hold it, and by nobody with rights over the key', () => {
    const roles = all('AWS::IAM::Role', z.object({ Policies: z.unknown() })).map(({ properties }) =>
      JSON.stringify(properties.Policies),
    );
    const use = /"Action":\["kms:Decrypt","kms:GenerateDataKey\*"\],"Condition":\{"StringEquals":\{"kms:ViaService":\[/;
    expect(roles.filter((role) => !use.test(role))).toEqual([]);
    const more = /"kms:(?!Decrypt|Encrypt|ReEncrypt|GenerateDataKey|ViaService)[\w*]+/g;
    expect(roles.join('').match(more)).toBeNull();
  });

  it('can be used by the services that write it for themselves, for this account only', () => {
    const policy = JSON.stringify(key?.properties.KeyPolicy);
    expect(policy).toContain('"Principal":{"Service":"events.amazonaws.com"}');
    expect(policy).toContain('"kms:EncryptionContext:aws:logs:arn"');
    expect(policy).toContain('"aws:SourceAccount":{"Ref":"AWS::AccountId"}');
  });

  it('is encrypted in one of two ways', () => {
    expect(() => encryptedBy('none')).toThrow('infra/stages/prod.json cannot be used: encryption');
  });
});
