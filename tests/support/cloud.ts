import { test } from 'vitest';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import type { appendReply } from '#shared/api/appending/append-reply.ts';
import { type Client, clientOf } from './client.ts';
import { startCloudInMemory } from './cloud-in-memory.ts';
import { sharedAssembly } from './shared-assembly.ts';

export type Appended = ReturnType<typeof appendReply>;
export interface Page<Item = RecordedEvent> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Whom the records name that these tests make. */
export const archivist = 'archivist';

const withCloud = test
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern what a fixture needs
  .extend('cloud', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const cloud = await startCloudInMemory({ assembly: await sharedAssembly() });
    onCleanup(cloud.stop);
    return cloud;
  })
  .extend('archive', { scope: 'worker' }, async ({ cloud }) =>
    clientOf(cloud.url, await cloud.token({ sub: archivist })),
  );

/**
 * The deployed stack on this machine, in memory: one for all test files of a worker, started by the first that uses it.
 * `api` may do everything. Both can be used from a file's own hooks and tests on.
 */
export function useCloud(): { readonly cloud: () => LocalCloud; readonly api: Client } {
  let shared: { cloud: LocalCloud; archive: Client } | undefined;
  withCloud.beforeAll(({ cloud, archive }) => {
    shared = { cloud, archive };
  });
  const started = () => {
    if (shared === undefined) throw new Error('The local cloud runs once the tests do');
    return shared;
  };
  return {
    cloud: () => started().cloud,
    api: {
      get: async (...request) => started().archive.get(...request),
      post: async (...request) => started().archive.post(...request),
      send: async (...request) => started().archive.send(...request),
    },
  };
}
