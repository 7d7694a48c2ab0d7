import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import { problemOf } from '#shared/api/protocol/problem-of.ts';
import { notFound, problems } from '#shared/api/protocol/problem.ts';
import {
  CommitTooLarge,
  IdempotencyKeyReused,
  StreamContended,
  VersionConflict,
} from '#shared/ledger/append-errors.ts';

const named = (name: string) => Object.assign(new Error(name), { name });
const type = (name: string) => `urn:chancery:problem:${name}`;

describe('what an error means for the caller', () => {
  it('a conflict is a 412 with the current version', () => {
    const problem = problemOf(new VersionConflict('relation/BGD-PAK', 3, 7));
    expect(problem?.document).toMatchObject({ type: type('version-conflict'), status: 412, currentVersion: 7 });
    expect(problem?.headers).toEqual({ ETag: '"7"' });
  });

  it('a violated rule is a 422 with the name of the rule', () => {
    const problem = problemOf(new RuleViolated('visit-already-conducted', 'The visit has already been conducted'));
    expect(problem?.document).toMatchObject({
      type: type('rule-violated'),
      status: 422,
      rule: 'visit-already-conducted',
      detail: 'The visit has already been conducted',
    });
  });

  it('another request under the same key is a 422', () => {
    expect(problemOf(new IdempotencyKeyReused('visit/dhaka', 'once'))?.document).toMatchObject({
      type: type('idempotency-key-reused'),
      status: 422,
    });
  });

  it('a passed limit is a 413 with the place of what is too large', () => {
    expect(problemOf(new CommitTooLarge('An event holds at most 65536 bytes', '/4'))?.document).toMatchObject({
      type: type('payload-too-large'),
      status: 413,
      errors: [{ pointer: '/4', detail: 'An event holds at most 65536 bytes' }],
    });
  });

  it('a contended stream is a 503 to be tried again soon', () => {
    const problem = problemOf(new StreamContended('visit/dhaka', 24));
    expect(problem?.document).toMatchObject({ type: type('stream-contended'), status: 503 });
    expect(problem?.headers).toHaveProperty('Retry-After');
  });

  it.each(['ProvisionedThroughputExceededException', 'ThrottlingException', 'InternalServerError', 'TimeoutError'])(
    'AWS failing for the moment is a 503 to be tried again: %s',
    (name) => {
      const problem = problemOf(named(name));
      expect(problem?.document).toMatchObject({ type: type('unavailable'), status: 503 });
      expect(problem?.headers).toHaveProperty('Retry-After');
    },
  );

  it('a database that cannot be reached is a 503', async () => {
    const client = new DynamoDBClient({
      endpoint: 'http://127.0.0.1:1',
      region: 'local',
      maxAttempts: 1,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const unreachable: unknown = await client
      .send(new GetItemCommand({ TableName: 'Ledger', Key: { stream: { S: 'visit/dhaka' } } }))
      .catch((error: unknown) => error);
    expect(problemOf(unreachable)?.document).toMatchObject({ type: type('unavailable'), status: 503 });
  });

  it('what is known already stays as it is', () => {
    const known = notFound('There is no event');
    expect(problemOf(known)).toBe(known);
  });

  it.each([
    new Error('a mistake of ours'),
    named('ValidationException'),
    named('AccessDeniedException'),
    'text',
    undefined,
  ])('a fault of ours is no problem document: %s', (error) => {
    expect(problemOf(error)).toBeUndefined();
  });
});

describe('the problems', () => {
  it.each(Object.entries(problems))('%s has an error status and a title', (name, { status, title }) => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status >= 400 && status < 600).toBe(true);
    expect(title).not.toBe('');
  });
});
