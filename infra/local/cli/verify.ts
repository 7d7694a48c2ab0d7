import { httpRecord, RecordUnreadable } from '#shared/verification/http-record.ts';
import { RecordBroken, type VerifiableRecord, verify } from '#shared/verification/verify.ts';
import { command, commandLine, webAddress } from './command-line.ts';
import { openStoredRecord } from './open-stored-record.ts';
import { Refusal } from '#infra/local/refusal.ts';
import { requestToken } from './request-token.ts';

const help = `Proves the hash chains, the gapless versions and positions, and that the feed is the ledger.

npm run verify -- [--data .chancery | --url http://127.0.0.1:3000 [--token TOKEN]]

  --data    the data folder of a local cloud that is not running (default .chancery)
  --url     an API to read the record from
  --token   an access token with the scope chancery/read (default: requested from the local cloud at --url)

Exit code 0 and the counts, or 1 and the first broken place.
`;

await command(async () => {
  const flags = commandLine({
    data: { type: 'string' },
    url: { type: 'string' },
    token: { type: 'string' },
    help: { type: 'boolean', default: false },
  });
  if (flags.help) {
    process.stdout.write(help);
    return;
  }
  if (flags.url !== undefined && flags.data !== undefined) throw new Refusal('Choose --url or --data');
  if (flags.url !== undefined) {
    const url = webAddress(flags.url);
    return report(httpRecord(url, flags.token ?? (await requestToken(url, { scope: 'chancery/read' }))));
  }
  const stored = await openStoredRecord(flags.data ?? '.chancery');
  try {
    await report(stored.record);
  } finally {
    await stored.close();
  }
});

async function report(record: VerifiableRecord): Promise<void> {
  try {
    const { hash, ...counts } = await verify(record);
    for (const [what, count] of Object.entries(counts)) process.stdout.write(`${what} ${count}\n`);
    process.stdout.write(`hash ${hash}\n`);
  } catch (error) {
    if (error instanceof RecordBroken) throw new Refusal(`broken at ${error.message}`);
    if (error instanceof RecordUnreadable) throw new Refusal(error.message);
    throw error;
  }
}
