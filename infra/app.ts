import { synthesize } from './synthesize.ts';

await synthesize(undefined, { validate: true });
