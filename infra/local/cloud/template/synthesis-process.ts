import { join } from 'node:path';
import { projectFolders } from '#infra/bundling/bundle-folders.ts';
import { synthesize } from '#infra/synthesize.ts';

// The inside of the process that `synthesizeApp` starts; ends with the process that started it.
process.on('disconnect', () => process.exit(1));
const [, , folder = ''] = process.argv;
await synthesize(folder, {
  stage: 'dev',
  webhookLoopback: 'allowed',
  target: 'this-machine',
  folders: { ...projectFolders, bundles: join(folder, 'functions') },
});
process.exit(0);
