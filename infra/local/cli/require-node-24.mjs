// Preloaded by the npm scripts (`node --import`): an older Node cannot even parse the TypeScript that would say this.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Chancery needs Node 24 or newer, and this is ${process.versions.node}: install it (on Linux x64, npm ci brings it along)\n`,
  );
  process.exit(1);
}
