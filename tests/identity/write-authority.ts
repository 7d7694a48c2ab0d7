import { readFile, writeFile } from 'node:fs/promises';
import { authorityMatrix, matrixDocument, withMatrix } from '#tests/support/authority-matrix.ts';

/** Writes the matrix of who may do what into its decision: `npm run authority`. */
await writeFile(matrixDocument, withMatrix(await readFile(matrixDocument, 'utf8'), await authorityMatrix()));
