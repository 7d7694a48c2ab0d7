// Preloaded by the npm scripts (`node --import`): an older Node cannot even parse the TypeScript that would say this.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Chancery needs Node 24 or newer, and this is ${process.versions.node}: install it (on Linux x64, npm ci brings it along)\n`,
  );
  process.exit(1);
}

// What was compiled once, TypeScript too, is read the next time: a command starts in half the time.
const [{ enableCompileCache }, { fileURLToPath }] = await Promise.all([import('node:module'), import('node:url')]);
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/chancery/compiled', import.meta.url)));
