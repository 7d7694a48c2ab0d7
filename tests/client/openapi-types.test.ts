import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

describe('the types of the client', () => {
  it('are those of the OpenAPI document; `npm run client-types` writes them anew', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-types-'));
    try {
      const file = join(folder, 'openapi.d.ts');
      execFileSync(process.execPath, [join(root, 'tests/client/write-api-types.ts'), file], { cwd: root });
      expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(root, 'shared/client/openapi.d.ts'), 'utf8'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
