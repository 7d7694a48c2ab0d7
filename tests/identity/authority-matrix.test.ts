import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { authorityMatrix, matrixDocument, withMatrix } from '#tests/support/authority-matrix.ts';

it('the decision on who may do what shows the matrix of today: run npm run authority', async () => {
  const document = await readFile(matrixDocument, 'utf8');
  expect(document).toBe(withMatrix(document, await authorityMatrix()));
});
