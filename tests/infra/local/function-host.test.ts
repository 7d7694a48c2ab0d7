import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { hostFunction, type FunctionSettings, type HostedFunction } from '#infra/local/cloud/lambda/function-host.ts';
import { payloadLimits } from '#infra/local/cloud/lambda/payload-limits.ts';
import { timedOut } from '#infra/local/cloud/lambda/execution-environment.ts';
import { executionsUpTo, isThrottled } from '#infra/local/cloud/lambda/executions.ts';
import { until } from '#tests/support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'function-'));
const file = join(folder, 'functions.mjs');
writeFileSync(
  file,
  `import { appendFileSync, existsSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
let calls = 0;
export const count = async () => (calls += 1);
export const work = async ({ milliseconds }) => {
  const until = Date.now() + milliseconds;
  while (Date.now() < until);
  return threadId;
};
export const wait = async ({ gate }) => {
  appendFileSync(\`\${gate}.begun\`, '.');
  for (const until = Date.now() + 10_000; !existsSync(gate); ) {
    if (Date.now() > until) throw new Error('The gate stayed shut');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return threadId;
};
export const callBack = (event, context, callback) => callback();
export const repeat = async ({ bytes }) => 'x'.repeat(bytes - 2);
`,
);
afterAll(async () => rm(folder, { recursive: true }));

let fn: HostedFunction | undefined;
afterEach(async () => fn?.stop());
const host = (exportName: string, settings: Partial<FunctionSettings> = {}) => {
  const hosted = hostFunction({
    name: exportName,
    arn: `arn:${exportName}`,
    file,
    exportName,
    variables: {},
    context: {
      functionName: exportName,
      functionVersion: '$LATEST',
      invokedFunctionArn: `arn:${exportName}`,
      memoryLimitInMB: '128',
      logGroupName: 'log',
      logStreamName: 'local',
    },
    memoryMegabytes: 128,
    timeoutSeconds: 20,
    maxEnvironments: 1,
    onOutput: () => undefined,
    onError: () => undefined,
    ...settings,
  });
  fn = hosted;
  return async (event: unknown = {}) => (await hosted.invoke(event)).payload;
};
const times = <T>(count: number, item: () => T): T[] => Array.from({ length: count }, item);

describe('a hosted function', () => {
  it('stays warm from one invocation to the next', async () => {
    const count = host('count');
    expect([await count(), await count(), await count()]).toEqual(['1', '2', '3']);
  });

  it('starts cold after a long time without an invocation', async () => {
    const count = host('count', { idleMs: 1 });
    expect(await count()).toBe('1');
    expect(await until('a cold start', async () => (await count()) === '1')).toBe(true);
  });

  it('completes every invocation while its environments come and go', async () => {
    const count = host('count', { idleMs: 0, maxEnvironments: 3 });
    const results = await Promise.all(times(50, count));
    expect(results.filter((result) => result === undefined)).toEqual([]);
  });

  it('has an environment for each invocation that waits, and no more than its limit', async () => {
    const gate = join(folder, 'open');
    const wait = host('wait', { maxEnvironments: 4 });
    const waiting = Promise.all(times(4, async () => wait({ gate })));
    const begun = () => (existsSync(`${gate}.begun`) ? readFileSync(`${gate}.begun`, 'utf8').length : 0);
    await until('four invocations at the same time', () => begun() === 4);
    const fifth = wait({ gate });
    expect(fn?.environments()).toBe(4);
    writeFileSync(gate, '');
    expect(new Set(await waiting).size).toBe(4);
    expect(await waiting).toContain(await fifth);
  });

  it('does not begin what nobody waits for any more', async () => {
    const gate = join(folder, 'late');
    const wait = host('wait', { maxEnvironments: 1 });
    const running = wait({ gate });
    await until('the first to begin', () => existsSync(`${gate}.begun`));
    const due = Date.now() + 50;
    const late = times(3, async () => fn?.invoke({ gate }, 50));
    const patient = wait({ gate });
    await until('their time to be over', () => Date.now() > due);
    writeFileSync(gate, '');
    expect((await Promise.all(late)).map((outcome) => outcome && timedOut(outcome))).toEqual([true, true, true]);
    expect(await patient).toBe(await running);
    expect(readFileSync(`${gate}.begun`, 'utf8')).toHaveLength(2);
  });

  it('fails when its handler wants a callback, as in Lambda', async () => {
    host('callBack');
    expect((await fn?.invoke({}))?.error?.errorMessage).toContain('takes a callback');
  });

  it('shares few environments among short invocations', async () => {
    const work = host('work', { maxEnvironments: 16 });
    await work({ milliseconds: 0 });
    const threads = await Promise.all(times(16, async () => work({ milliseconds: 10 })));
    expect(new Set(threads).size).toBeLessThanOrEqual(4);
  });
});

describe('the executions of an account', () => {
  it('are shared by its functions: an invocation beyond them is turned away, until another has ended', async () => {
    const gate = join(folder, 'shared');
    const executions = executionsUpTo(2);
    const first = host('wait', { executions });
    const running = first({ gate });
    const firstFunction = fn;
    const second = host('wait', { executions, maxEnvironments: 4 });
    const alsoRunning = second({ gate });
    expect(await fn?.invoke({ gate })).toMatchObject({ error: { errorType: 'TooManyRequestsException' } });
    writeFileSync(gate, '');
    await Promise.all([running, alsoRunning]);
    const outcomes = await Promise.all(times(3, async () => fn?.invoke({ gate })));
    expect(outcomes.map((outcome) => outcome && isThrottled(outcome))).toEqual([false, false, true]);
    await firstFunction?.stop();
  });
});

describe('functions that start together', () => {
  it('load as many at a time as there are processors', async () => {
    const log = join(folder, 'loads');
    const slow = join(folder, 'slow.mjs');
    const load = `appendFileSync(${JSON.stringify(log)}, 'b');
const until = Date.now() + 20;
while (Date.now() < until);
appendFileSync(${JSON.stringify(log)}, 'e');`;
    writeFileSync(
      slow,
      `import { appendFileSync } from 'node:fs';\n${load}\nexport const nothing = async () => null;\n`,
    );
    const hosted = times(3 * availableParallelism(), () => {
      host('nothing', { file: slow });
      return fn;
    });
    await Promise.all(hosted.map(async (one) => one?.invoke({})));
    let atATime = 0;
    const counts = Array.from(readFileSync(log, 'utf8'), (mark) => (atATime += mark === 'b' ? 1 : -1));
    expect(counts).toHaveLength(2 * hosted.length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(availableParallelism());
    await Promise.all(hosted.map(async (one) => one?.stop()));
  });
});

describe('the payload of an invocation', () => {
  const bytesOf = (event: unknown) => Buffer.byteLength(JSON.stringify(event));
  const eventOf = (bytes: number) => ({ text: 'é'.repeat((bytes - bytesOf({ text: '' })) / 2) });

  it('has at most six megabytes on its way in', async () => {
    host('count');
    const largest = eventOf(payloadLimits.event);
    expect(bytesOf(largest)).toBe(payloadLimits.event - 1);
    expect(await fn?.invoke(largest)).toMatchObject({ payload: '1' });
    expect(await fn?.invoke(eventOf(payloadLimits.event + 2))).toMatchObject({
      error: { errorType: 'RequestTooLargeException' },
    });
  });

  it('has at most six megabytes on its way out', async () => {
    const repeat = host('repeat');
    expect((await repeat({ bytes: payloadLimits.result }))?.length).toBe(payloadLimits.result);
    expect(await fn?.invoke({ bytes: payloadLimits.result + 1 })).toMatchObject({
      error: { errorType: 'Function.ResponseSizeTooLarge' },
    });
  });
});
