import { defineConfig } from 'vitest/config';

const limits = { isolate: false, testTimeout: 30_000, hookTimeout: 60_000 };
const torture = 'tests/torture/**/*.test.ts';

export default defineConfig({
  test: {
    globalSetup: ['tests/support/dynamodb-setup.ts'],
    projects: [
      {
        // Writers, sequencers and projectors who race each other: beside other work their races would take too long.
        test: { ...limits, name: 'torture', include: [torture], maxWorkers: 1, sequence: { groupOrder: 0 } },
      },
      {
        test: {
          ...limits,
          name: 'suite',
          include: ['tests/**/*.test.ts'],
          exclude: [torture],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
