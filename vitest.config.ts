import { defineConfig } from 'vitest/config';
import TortureFirst from './tests/support/torture-first.ts';

/** Writers, sequencers and projectors that race each other. */
const torture = ['tests/torture/**/*.test.ts'];
/** Tests that start a local cloud, which has a database of its own. */
const endToEnd = ['tests/end-to-end/**/*.test.ts', 'tests/infra/local/**/{crash,local-cloud,*-stack}.test.ts'];

const project = (name: string, include: string[], exclude: string[] = []) => ({
  test: {
    name,
    include,
    exclude,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    setupFiles: ['tests/support/seed-setup.ts'],
    tags: [{ name: 'dynamodb', description: 'Needs DynamoDB Local, which the run starts once' }],
    maxWorkers: 3, // of two cores: a file with a local cloud waits for it a third of the time
  },
});

export default defineConfig({
  test: {
    globalSetup: ['tests/support/run-setup.ts'],
    sequence: { sequencer: TortureFirst },
    projects: [
      project('torture', torture),
      project('e2e', endToEnd),
      project('suite', ['tests/**/*.test.ts'], [...torture, ...endToEnd]),
    ],
  },
});
