import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    isolate: false,
    maxWorkers: 2,
    globalSetup: ['tests/support/dynamodb-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
