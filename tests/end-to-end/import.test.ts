import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { chancery } from '#shared/client/chancery.ts';
import { importFiles } from '#shared/client/imports/import-files.ts';
import { readImportMap } from '#shared/client/imports/import-map.ts';
import { beginning, type ImportState } from '#shared/client/imports/import-state.ts';
import { mapFileOf } from '#shared/client/imports/sources.ts';
import { startCloudInMemory } from '#tests/support/cloud-in-memory.ts';
import { sampleFile } from '#tests/support/dry-run.ts';
import { sharedAssembly } from '#tests/support/shared-assembly.ts';

/** A cloud of its own: the sample writes to streams of many relations, which other tests begin in theirs. */
let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startCloudInMemory({ assembly: await sharedAssembly() });
});
afterAll(async () => cloud.stop());

const file = sampleFile('icews.tab');
const client = () => chancery({ url: cloud.url, credentials: { clientId: 'local', clientSecret: 'local' } });
const run = async (more: { readonly from?: ImportState } = {}) =>
  (await importFiles({ files: [file], map: await readImportMap(mapFileOf('icews')), client: client(), ...more })).tally;

/** The events of the source in the feed, and the references of all their reports. */
async function recorded() {
  const events: string[] = [];
  const references: string[] = [];
  for await (const event of client().feed()) {
    const { evidence, report } = event as {
      evidence?: { reports?: { reference?: string }[] };
      report?: { reference?: string };
    };
    const own = [...(evidence?.reports ?? []), ...(report === undefined ? [] : [report])].flatMap(({ reference }) =>
      reference?.startsWith('icews:') === true ? [reference] : [],
    );
    references.push(...own);
    if (own.length > 0) events.push(event.id);
  }
  return { events, references };
}

describe('an import', () => {
  it('records each happening once with a report for each row, and again nothing when it is repeated', async () => {
    const first = await run();
    expect(first).toMatchObject({ attached: 0, known: 0, refused: {} });
    expect(first.recorded).toBe(first.events);
    const after = await recorded();
    expect(after.events).toHaveLength(first.recorded);
    expect(new Set(after.references).size).toBe(first.mapped);
    expect(after.references).toHaveLength(first.mapped);

    const again = await run();
    expect(again).toMatchObject({ recorded: 0, attached: 0, known: first.events, mapped: first.mapped });
    expect(await recorded()).toEqual(after);
  });

  it('goes on where it was interrupted, and records nothing twice', async () => {
    const before = await recorded();
    const resumed = await run({ from: { ...beginning(), row: 50 } });
    expect(resumed.rows).toBe(120);
    expect(resumed).toMatchObject({ recorded: 0, attached: 0 });
    expect(await recorded()).toEqual(before);
  });
});
