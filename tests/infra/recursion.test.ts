import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deployed } from '#tests/support/deployed.ts';

const { all, functions: named } = deployed('dev');

const arnOf = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((arn) => arn['Fn::GetAtt'][0]);
const Reference = z.object({ Ref: z.string() }).transform(({ Ref }) => Ref);
const Statement = z.looseObject({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() });
const Policy = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) });

const mappings = all('AWS::Lambda::EventSourceMapping', z.object({ EventSourceArn: arnOf, FunctionName: Reference }));
const roles = all('AWS::IAM::Role', z.object({ Policies: z.array(Policy) }));
const functions = all('AWS::Lambda::Function', z.object({ RecursiveLoop: z.string().optional(), Role: arnOf }));

/** Whether a role may send to a queue. */
const maySend = (role: string, queue: string): boolean =>
  roles
    .filter(({ id }) => id === role)
    .flatMap(({ properties }) => properties.Policies)
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .some(
      ({ Action, Resource }) =>
        [Action].flat().includes('sqs:SendMessage') && JSON.stringify(Resource).includes(`"${queue}"`),
    );

const triggersItself = ({ id, properties }: (typeof functions)[number]): boolean =>
  mappings.some(({ properties: { EventSourceArn: queue, FunctionName } }) => {
    return FunctionName === id && maySend(properties.Role, queue);
  });

describe('a function that sends to the queue that triggers it', () => {
  it('is one of three', () => {
    const ids = functions.filter(triggersItself).map(({ id }) => id);
    expect(named.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).toSorted()).toEqual([
      'deliver-webhooks',
      'push-to-sockets',
      'sequence',
    ]);
  });

  it('is not stopped by Lambda after 16 rounds; any other is', () => {
    for (const fn of functions)
      expect([fn.id, fn.properties.RecursiveLoop]).toEqual([fn.id, triggersItself(fn) ? 'Allow' : undefined]);
  });
});
