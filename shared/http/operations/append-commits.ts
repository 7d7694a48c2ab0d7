import * as z from 'zod';
import { NewEvent } from '../../domain/new-event.ts';
import { StreamName } from '../../domain/stream-name.ts';
import { AppendHeaders } from '../preconditions.ts';
import { AppendReply } from './append-events.ts';
import type { Operation } from './operation.ts';

/** One commit of a call with several. */
export const PostedCommit = z
  .strictObject({
    stream: StreamName,
    expectedVersion: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'The version the stream must have; 0: it must not exist yet; absent: any' }),
    idempotencyKey: AppendHeaders.shape['idempotency-key'],
    events: z.array(NewEvent).min(1),
  })
  .meta({ id: 'Commit' });

/** The call as such: each commit is validated on its own, so that one bad commit does not refuse the others. */
export const PostedCommits = z.strictObject({ commits: z.array(z.unknown()).min(1).max(100) });

const Problem = z.looseObject({ type: z.string(), title: z.string(), status: z.int() }).meta({ id: 'Problem' });

export const CommitResult = z.union([
  AppendReply,
  z.object({ stream: z.string().nullable(), problem: Problem }).meta({ id: 'RefusedCommit' }),
]);

/** `POST /events` */
export const appendCommitsOperation = {
  summary: 'Append up to 100 commits in one call',
  description:
    'Each commit is recorded or refused on its own; the results come in the order of the commits. Commits of one stream are appended in their order.',
  request: { headers: AppendHeaders.pick({ prefer: true }), body: PostedCommits },
  replies: {
    200: {
      description: 'A result for every commit',
      content: { 'application/json': z.object({ results: z.array(CommitResult) }) },
    },
  },
  problems: ['invalid-request', 'malformed-json', 'unsupported-media-type', 'payload-too-large'],
} as const satisfies Operation;
