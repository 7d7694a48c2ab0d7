import { App, Validations } from 'aws-cdk-lib/core';
import cdk from '../cdk.json' with { type: 'json' };
import { bundleForThisMachine } from './bundling/bundle-for-this-machine.ts';
import { bundleFunctions, projectFolders } from './bundling/bundle.ts';
import type { BundleFolders } from './bundling/bundle.ts';
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
  /** Where the functions run: on this machine they share chunks and are read in place; `lambda` by default. */
  readonly target?: 'lambda' | 'this-machine';
}

/** Context of an app that runs on this machine: its assets stay in place, and its template needs no origin of resources. */
const thisMachine = { 'aws:cdk:disable-asset-staging': true, 'aws:cdk:disable-stack-trace': true };

/**
 * Bundles the functions, synthesizes the app into `outdir` (under the CDK command line: where it says; else a new temporary folder)
 * and returns that folder, the cloud assembly. Needs neither network nor Docker.
 */
export async function synthesize(outdir?: string, options: SynthesisOptions = {}): Promise<string> {
  const { stage = 'dev', folders = projectFolders, validate = false, webhookLoopback, target = 'lambda' } = options;
  const isLocal = target === 'this-machine';
  await (isLocal ? bundleForThisMachine(folders) : bundleFunctions(folders));
  const app = new App({
    ...(outdir !== undefined && { outdir }),
    context: { ...cdk.context, ...(isLocal && thisMachine) },
    treeMetadata: !isLocal,
    analyticsReporting: false,
    builtinCloudFormationValidation: validate,
  });
  const setting = (name: string, otherwise: string) => String(app.node.tryGetContext(name) ?? otherwise);
  const settings = { stage: setting('stage', stage), subscribers: setting('subscribers', '') };
  new ChanceryStack(app, deploymentOf({ ...settings, webhookLoopback, bundles: folders.bundles }));
  if (validate) {
    const { AwsSolutionsChecks } = await import('cdk-nag');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  }
  return app.synth().directory;
}
