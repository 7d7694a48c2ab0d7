import { chmod, rename, writeFile } from 'node:fs/promises';

/** Writes a file as a whole: who reads it, also after this process was killed, finds what was there before, or this. */
export async function replaceFile(file: string, text: string, mode?: number): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode });
  if (mode !== undefined) await chmod(draft, mode);
  await rename(draft, file);
}
