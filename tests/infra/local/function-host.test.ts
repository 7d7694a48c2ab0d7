import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { hostFunction, type FunctionSettings, type HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import { until } from '#tests/support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'function-'));
const file = join(folder, 'count.mjs');
writeFileSync(file, 'let calls = 0;\nexport const count = async () => (calls += 1);\n');
afterAll(async () => rm(folder, { recursive: true }));

let fn: HostedFunction | undefined;
afterEach(async () => fn?.stop());
const host = (settings: Partial<FunctionSettings> = {}) => {
  fn = hostFunction({
    name: 'count',
    arn: 'arn:count',
    file,
    exportName: 'count',
    environment: {},
    context: {},
    memoryMegabytes: 128,
    timeoutSeconds: 5,
    maxWorkers: 1,
    onOutput: () => undefined,
    onError: () => undefined,
    ...settings,
  });
  return async () => (await fn?.invoke({}))?.payload;
};

describe('a hosted function', () => {
  it('is kept warm from one invocation to the next', async () => {
    const count = host();
    expect([await count(), await count(), await count()]).toEqual(['1', '2', '3']);
  });

  it('starts anew when it has had nothing to do for long', async () => {
    const count = host({ idleMs: 1 });
    expect(await count()).toBe('1');
    expect(await until('a cold start', async () => (await count()) === '1')).toBe(true);
  });

  it('answers every invocation while its workers come and go', async () => {
    const count = host({ idleMs: 0, maxWorkers: 3 });
    const answers = await Promise.all(Array.from({ length: 50 }, count));
    expect(answers.filter((answer) => answer === undefined)).toEqual([]);
  });
});
