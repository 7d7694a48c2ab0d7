import * as z from 'zod';
import { PreferHeader } from '#shared/api/protocol/preconditions.ts';
import { PostedCommit } from '#shared/api/requests/append-commits.ts';
import { AppendReply } from './append-events.ts';
import type { Operation } from './operation.ts';
import { Problem } from './problem.ts';

/** What becomes of one commit. */
export const CommitResult = z.union([
  AppendReply,
  z.object({ stream: z.string().nullable(), problem: Problem }).meta({ id: 'RefusedCommit' }),
]);

/** `POST /events` */
export const appendCommitsOperation = {
  summary: 'Append up to 100 commits in one call',
  description:
    'Each commit is recorded or refused on its own; the results come in the order of the commits. Commits of one stream are appended in their order. ' +
    'The response comes before the time limit: the problem of a commit is then `not-attempted` where it was not begun, and `outcome-unknown` where it was ' +
    'not done; to repeat either is safe with its `idempotencyKey`.',
  request: { headers: PreferHeader, body: z.object({ commits: z.array(PostedCommit).min(1).max(100) }) },
  replies: {
    200: {
      description: 'A result for every commit',
      content: { 'application/json': z.object({ results: z.array(CommitResult) }) },
    },
  },
  problems: ['invalid-request', 'malformed-json', 'unsupported-media-type', 'payload-too-large'],
} as const satisfies Operation;
