import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { openApiDocument } from '#shared/api/openapi/openapi.ts';
import { routes } from '#shared/api/routes.ts';
import { chanceryCommand } from '#tests/support/chancery-command.ts';
import { clientOf } from '#tests/support/client.ts';
import { pythonEnvironment } from './python-environment.ts';

const run = promisify(execFile);

/**
 * Generates a Python client of the OpenAPI document; fails when the generator warns, leaves an operation out, or makes
 * one that cannot be imported.
 */
async function generateClient(bin: string, folder: string): Promise<void> {
  await writeFile(join(folder, 'openapi.json'), JSON.stringify(openApiDocument()));
  const options = ['--path', 'openapi.json', '--meta', 'none', '--output-path', 'chancery_client', '--fail-on-warning'];
  const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
  const { stdout } = await run(join(bin, 'openapi-python-client'), ['generate', ...options], { cwd: folder, env });
  if (/warning/i.test(stdout)) throw new Error(stdout);
  const files = await readdir(join(folder, 'chancery_client/api'), { recursive: true });
  const operations = files.filter((file) => file.endsWith('.py') && !file.endsWith('__init__.py'));
  if (operations.length !== routes.length)
    throw new Error(`The client has ${operations.length} operations, and the API ${routes.length} routes`);
  const modules = operations.map((file) => `chancery_client.api.${file.slice(0, -3).replaceAll('/', '.')}`);
  const importAll = `import importlib\nfor name in ${JSON.stringify(modules)}: importlib.import_module(name)`;
  await run(join(bin, 'python'), ['-c', importAll], { cwd: folder });
  console.log(`The Python client has all ${operations.length} operations, and the generator no warning.`);
}

/** The blocks of code of a page of the documentation that are in a language, one after the other. */
async function codeIn(page: string, language: string): Promise<string> {
  const text = await readFile(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```(\w+)\n([^]*?)```/g)].filter(([, found]) => found === language);
  if (blocks.length === 0) throw new Error(`docs/${page} has no ${language}`);
  return blocks.map(([, , code = '']) => code).join('\n');
}

/** Fails when what was printed lacks something. */
function expectIn(printed: string, expected: readonly RegExp[]): void {
  for (const one of expected) if (!one.test(printed)) throw new Error(`Expected ${one} in:\n${printed}`);
}

/** Runs the examples of `docs/python.md` with the generated client. */
async function runExamples(bin: string, folder: string, url: string): Promise<void> {
  await writeFile(join(folder, 'examples.py'), await codeIn('python.md', 'python'));
  const env = { ...process.env, CHANCERY_URL: url };
  const { stdout } = await run(join(bin, 'python'), ['examples.py'], { cwd: folder, env });
  const meeting = /^2025-01~ MeetingHeld$/m;
  expectIn(stdout, [
    /^recorded relation\.BGD-IND\.\d+$/m,
    /^events \d+ index /m,
    meeting,
    /^position \d+ /m,
    /^go on after \S+$/m,
  ]);
  console.log('The examples of docs/python.md run.');
}

/** Runs the examples of `docs/analysis.md` on an export as Parquet. */
async function runAnalysis(folder: string, url: string): Promise<void> {
  const bin = await pythonEnvironment('analysis');
  if (bin === undefined) return;
  const words = ['export', '--format', 'parquet', '--out', 'record'];
  const { code, stderr } = await chanceryCommand(words, folder, { CHANCERY_URL: url }).ended;
  if (code !== 0) throw new Error(`chancery ${words.join(' ')} ended with ${code}: ${stderr}`);
  const sql = `import duckdb\nfor row in duckdb.sql("""${await codeIn('analysis.md', 'sql')}""").fetchall(): print(*row)`;
  const script = `${sql}\n${await codeIn('analysis.md', 'python')}`;
  const { stdout } = await run(join(bin, 'python'), ['-c', script], { cwd: folder });
  expectIn(stdout, [/^BGD PAK \d+ -?\d/m, /^2025-01 +\d+ +-?\d/m]);
  console.log('The examples of docs/analysis.md run.');
}

/** Runs the documented examples against a local cloud that has the brief. */
async function runDocumented(bin: string, folder: string): Promise<void> {
  const cloud = await startLocalCloud({ data: 'memory' });
  try {
    const brief = await readFile(new URL('../../infra/local/cli/demo/seed-brief.json', import.meta.url), 'utf8');
    const { status } = await clientOf(cloud.url, await cloud.token()).post('/events', brief, { prefer: 'wait=20' });
    if (status !== 200) throw new Error(`The brief was not recorded: ${status}`);
    await runExamples(bin, folder, cloud.url);
    await runAnalysis(folder, cloud.url);
  } finally {
    await cloud.stop();
  }
}

const bin = await pythonEnvironment('python-client');
if (bin !== undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-client-'));
  try {
    await generateClient(bin, folder);
    await runDocumented(bin, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
