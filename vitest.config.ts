import { defineConfig } from 'vitest/config';

const torture = ['tests/torture/**/*.test.ts'];
/** Tests that start a local cloud, which has a database of its own. */
const endToEnd = ['tests/end-to-end/**/*.test.ts', 'tests/infra/local/**/{crash,local-cloud,*-stack}.test.ts'];

const common = {
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  setupFiles: ['tests/support/seed-setup.ts'],
  tags: [{ name: 'dynamodb', description: 'Needs DynamoDB Local, which the run starts once' }],
};

export default defineConfig({
  test: {
    globalSetup: ['tests/support/run-setup.ts'],
    projects: [
      {
        // Writers, sequencers and projectors that race each other: next to other work their races would take too long.
        test: { ...common, name: 'torture', include: torture, maxWorkers: 1, sequence: { groupOrder: 0 } },
      },
      {
        test: { ...common, name: 'e2e', include: endToEnd, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      {
        test: {
          ...common,
          name: 'suite',
          include: ['tests/**/*.test.ts'],
          exclude: [...torture, ...endToEnd],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
