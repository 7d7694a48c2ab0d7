import { readFile } from 'node:fs/promises';
import { environment } from '#shared/environment.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';
import { type PagePorts, pageResources } from './page-resources.ts';

/** Serves the explorer: one page for all paths under `/explore`, and the files that it loads. */
export const explorer = (ports: PagePorts) => httpFunction(pageResources, ports);

export const handler = explorer({
  readAsset: async (name) => readFile(new URL(`assets/${name}`, import.meta.url)),
  settings: { socketUrl: environment('SOCKET_URL') },
});
