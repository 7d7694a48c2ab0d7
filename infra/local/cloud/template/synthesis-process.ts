import { join } from 'node:path';
import { projectFolders } from '#infra/bundling/bundle-folders.ts';
import { bundleForThisMachine } from '#infra/bundling/bundle-for-this-machine.ts';
import { bundleFunctions } from '#infra/bundling/bundle.ts';
import type { Bundling } from './synthesize-app.ts';

// The inside of the process that `synthesizeApp` starts; ends with the process that started it.
process.on('disconnect', () => process.exit(1));
const [, , folder = '', how] = process.argv;
const folders = { ...projectFolders, bundles: join(folder, 'functions') };

const bundling =
  how === ('deployed' satisfies Bundling)
    ? bundleFunctions(folders).then(() => ({ assets: undefined }))
    : bundleForThisMachine(folders);
const { synthesize } = await import('#infra/synthesize.ts'); // the CDK loads while esbuild works
const { stageConfigurations } = await import('#infra/stages/stage-configuration.ts');
const { assets } = await bundling;
await synthesize(folder, {
  stage: 'dev',
  configuration: stageConfigurations.local(),
  webhookLoopback: 'allowed',
  folders,
  bundlesInPlace: true,
});
await assets;
process.send?.('synthesized', () => process.exit(0));
