import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deploymentOf } from '#infra/deployment.ts';
import { deployed } from '#tests/support/deployed.ts';

const policy = z.object({ StatementId: z.string(), Statement: z.unknown() });
const policies = (subscribers: string) => deployed('dev', { subscribers }).all('AWS::Events::EventBusPolicy', policy);

describe('another account', () => {
  it('may not put rules on the bus unless it is named', () => {
    expect(policies('')).toEqual([]);
  });

  it('that is named may put rules on this bus, and change its own only', () => {
    const [first, second, ...others] = policies('111111111111,222222222222');
    expect([second?.properties.StatementId, others]).toEqual(['subscriber-222222222222', []]);
    expect(first?.properties).toEqual({
      StatementId: 'subscriber-111111111111',
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::111111111111:root']] } },
        Action: expect.arrayContaining(['events:PutRule', 'events:PutTargets', 'events:DeleteRule']),
        Resource: {
          'Fn::Join': ['', expect.arrayContaining([':rule/', { Ref: expect.stringMatching(/^PublisherBus/) }, '/*'])],
        },
        Condition: { StringEqualsIfExists: { 'events:creatorAccount': '111111111111' } },
      },
    });
    expect(JSON.stringify(first?.properties)).not.toContain('events:PutEvents');
  });

  it('has to be an account', () => {
    expect(() => deploymentOf({ stage: 'dev', bundles: 'dist', subscribers: '111111111111,acme' })).toThrow(
      '"acme" is not an account: use -c subscribers=111111111111,222222222222',
    );
  });
});
