import type { FeedHead } from '#shared/feed/blocks/block.ts';
import { httpRecord, RecordUnreadable } from '#shared/verification/http-record.ts';
import { feedHeadIn } from '#shared/verification/feed-head-in.ts';
import { type VerifiableRecord, verify } from '#shared/verification/verify.ts';
import { RecordBroken } from '#shared/verification/verify-block.ts';
import { command, commandLine, webAddress } from './command-line.ts';
import { openStoredRecord } from './open-stored-record.ts';
import { Refusal } from '#infra/local/refusal.ts';
import { requestToken } from './request-token.ts';

const help = `Proves the hash chains, the gapless versions and positions, and that the feed is the ledger.

npm run verify -- [--data .chancery | --url http://127.0.0.1:3000 [--token TOKEN]] [--expect POSITION:HASH …]

  --data    the data folder of a local cloud that is not running (default .chancery)
  --url     an API to read the record from
  --token   an access token with the scope chancery/read (default: requested from the local cloud at --url)
  --expect  a head that was noted before, as the line "head" shows it: a record that is shorter or other is broken

Exit code 0 and the counts, or 1 and the first broken place.
`;

await command(async () => {
  const flags = commandLine({
    data: { type: 'string' },
    url: { type: 'string' },
    token: { type: 'string' },
    expect: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  });
  if (flags.help) {
    process.stdout.write(help);
    return;
  }
  const noted = flags.expect.map(notedHead);
  if (flags.url !== undefined && flags.data !== undefined) throw new Refusal('Choose --url or --data');
  if (flags.url !== undefined) {
    const url = webAddress(flags.url);
    return report(httpRecord(url, flags.token ?? (await requestToken(url, { scope: 'chancery/read' }))), noted);
  }
  const stored = await openStoredRecord(flags.data ?? '.chancery');
  try {
    await report(stored.record, noted);
  } finally {
    await stored.close();
  }
});

/** Reads a head as it was noted. */
function notedHead(text: string): FeedHead {
  const head = feedHeadIn(text);
  if (head === undefined) throw new Refusal(`--expect takes POSITION:HASH, as the line "head" shows it, not "${text}"`);
  return head;
}

async function report(record: VerifiableRecord, noted: readonly FeedHead[]): Promise<void> {
  try {
    const { hash, ...counts } = await verify(record, noted);
    for (const [what, count] of Object.entries(counts)) process.stdout.write(`${what} ${count}\n`);
    process.stdout.write(`hash ${hash}\n`);
    if (counts.positions > 0) process.stdout.write(`head ${counts.positions}:${hash}\n`);
  } catch (error) {
    if (error instanceof RecordBroken) throw new Refusal(`broken at ${error.message}`);
    if (error instanceof RecordUnreadable) throw new Refusal(error.message);
    throw error;
  }
}
