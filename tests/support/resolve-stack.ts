import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { loadAssembly } from '#infra/local/cloud/template/assembly.ts';
import type { DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { hostFunctions } from '#infra/local/cloud/lambda/functions.ts';
import { secretStore } from '#infra/local/cloud/secrets/secrets.ts';
import { resolveTemplate } from '#infra/local/cloud/template/template.ts';

/**
 * The template of a synthesized stack, resolved as if the local cloud answered at `http://gateway` and
 * `http://services`, and its functions, which cannot be invoked: the assembly is removed.
 */
export async function resolveStack(assemblyFolder: string, data: DataFolder) {
  try {
    const assembly = await loadAssembly(assemblyFolder);
    const addresses = { gateway: 'http://gateway', services: 'http://services' };
    const template = resolveTemplate(assembly, secretStore(data), addresses);
    return { template, functions: hostFunctions({ template, assembly, data, endpoints: {}, log: 'quiet' }) };
  } finally {
    await rm(dirname(assemblyFolder), { recursive: true });
  }
}
