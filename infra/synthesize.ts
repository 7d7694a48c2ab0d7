import { App, Validations } from 'aws-cdk-lib/core';
import settings from '../cdk.json' with { type: 'json' };
import { bundleFunctions, projectFolders } from './bundle.ts';
import type { BundleFolders } from './bundle.ts';
import { type Deployment, deploymentOf } from './deployment.ts';
import { ChanceryStack } from './stack.ts';

export interface SynthesisOptions {
  /** Overridden by `-c stage=…` of the CDK command line; `dev` unless told. */
  readonly stage?: string;
  readonly folders?: BundleFolders;
  /** Whether webhooks may lead to the machine that the stack runs on; unless told, they may not. */
  readonly webhookLoopback?: Deployment['webhookLoopback'];
  /** Whether to hold the template against AWS's own rules and cdk-nag's: some seconds, so only for what is to be deployed. */
  readonly validate?: boolean;
}

/**
 * Bundles the functions, synthesizes the app into `outdir` (under the CDK command line: where it says; else a new temporary folder)
 * and returns that folder, the cloud assembly. Needs neither network nor Docker.
 */
export async function synthesize(outdir?: string, options: SynthesisOptions = {}): Promise<string> {
  const { stage = 'dev', folders = projectFolders, validate = false, webhookLoopback } = options;
  await bundleFunctions(folders);
  const app = new App({
    ...(outdir !== undefined && { outdir }),
    context: settings.context,
    analyticsReporting: false,
    builtinCloudFormationValidation: validate,
  });
  const context: unknown = app.node.tryGetContext('stage') ?? stage;
  new ChanceryStack(app, deploymentOf(String(context), folders.bundles, webhookLoopback));
  if (validate) {
    const { AwsSolutionsChecks } = await import('cdk-nag');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  }
  return app.synth().directory;
}
