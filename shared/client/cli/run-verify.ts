import type { FeedHead } from '#shared/verification/feed-head-in.ts';
import { httpRecord, RecordUnreadable } from '#shared/verification/http-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { RecordBroken } from '#shared/verification/verify-block.ts';
import { endOfFeed } from './end-of-feed.ts';
import { CommandFailed, exitCodes } from './exit-codes.ts';
import { addressOf, clientFor, type GlobalOptions } from './session.ts';
import { say } from './terminal.ts';
import { shownRecord } from './verify-progress.ts';

interface VerifyOptions extends GlobalOptions {
  readonly expect: readonly FeedHead[];
}

/** Proves the record that the API serves. */
export async function runVerify({ expect, ...options }: VerifyOptions): Promise<void> {
  const client = await clientFor(options);
  const read = httpRecord(await addressOf(options), (await client.accessToken()) ?? '');
  const quiet = options.json === true;
  const { record, stop } = shownRecord(read, quiet ? 0 : await endOfFeed(client), quiet);
  const verified = await verify(record, expect)
    .finally(stop)
    .catch((error: unknown) => {
      if (error instanceof RecordBroken) throw new CommandFailed(`broken at ${error.message}`, exitCodes.refused);
      if (error instanceof RecordUnreadable) throw new CommandFailed(error.message, exitCodes.refused);
      throw error;
    });
  if (options.json === true) return say(JSON.stringify(verified));
  for (const [what, value] of Object.entries(verified)) say(`${what} ${value}`);
  if (verified.positions > 0) say(`head ${verified.positions}:${verified.hash}`);
}
