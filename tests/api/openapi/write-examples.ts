import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { apiExamples } from '#tests/support/api-examples.ts';

/** Writes the examples of the OpenAPI document anew: `npm run examples`. */
const file = new URL('../../../shared/api/openapi/examples.json', import.meta.url);
const { prettier } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  prettier: object;
};
await writeFile(file, await format(JSON.stringify(await apiExamples()), { ...prettier, parser: 'json' }));
