import { writeFile } from 'node:fs/promises';
import { apiTypes } from './api-types.ts';

/** Writes the types of the client anew, or to the file that is named: `npm run client-types`. */
const [, , file = new URL('../../shared/client/openapi.d.ts', import.meta.url)] = process.argv;
await writeFile(file, await apiTypes());
