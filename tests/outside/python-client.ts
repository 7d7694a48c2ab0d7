import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { openApiDocument } from '#shared/api/openapi/openapi.ts';
import { routes } from '#shared/api/routes.ts';
import { pythonEnvironment } from './python-environment.ts';

const run = promisify(execFile);

/** Generates a Python client of the OpenAPI document; fails when the generator warns, leaves an operation out, or makes one that cannot be imported. */
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

const bin = await pythonEnvironment('python-client');
if (bin !== undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-client-'));
  try {
    await generateClient(bin, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
