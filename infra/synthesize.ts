import { App, Validations } from 'aws-cdk-lib/core';
import * as z from 'zod';
import cdk from '../cdk.json' with { type: 'json' };
import { type BundleFolders, projectFolders } from './bundling/bundle-folders.ts';
import { bundleFunctions } from './bundling/bundle.ts';
import { type Deployment, deploymentOf } from './deployment.ts';
import { ChanceryStack } from './stack.ts';
import type { StageConfiguration } from './stages/stage-configuration.ts';

export interface SynthesisOptions {
  /** Overridden by `-c stage=…` of the CDK command line; `dev` by default. */
  readonly stage?: string;
  readonly folders?: BundleFolders;
  /** Who may call, and what with; that of the stage's file by default. */
  readonly configuration?: StageConfiguration;
  /** Whether webhooks may lead to the machine that the stack runs on; by default they may not. */
  readonly webhookLoopback?: Deployment['webhookLoopback'];
  /**
   * Whether to hold the template against AWS's own rules and cdk-nag's: some seconds, so only for what is to be
   * deployed.
   */
  readonly validate?: boolean;
  /**
   * Whether the bundles are there and are read in place, which only this machine can; by default they are made and
   * copied.
   */
  readonly bundlesInPlace?: boolean;
}

/**
 * Context of an app that runs on this machine: its assets are not copied, and its template does not say where resources
 * come from.
 */
const inPlace = { 'aws:cdk:disable-asset-staging': true, 'aws:cdk:disable-stack-trace': true };

/** A value that `-c name=value` sets; the CDK makes numbers of some when they come from `cdk.json`. */
const setting = z.coerce.string().optional();

/** The settings of a deployment that come from the CDK's context. */
const contextSettings = z.object({
  stage: setting,
  subscribers: setting,
  routeMetrics: setting,
  accountLogRole: setting,
  reservedAppends: setting,
  maxLongPolls: setting,
  maxDeliveries: setting,
  maxPushes: setting,
});

/**
 * Bundles the functions, synthesizes the app into `outdir` (under the CDK command line: where it says; else a new
 * temporary folder) and returns that folder, the cloud assembly. Needs neither network nor Docker.
 */
export async function synthesize(outdir?: string, options: SynthesisOptions = {}): Promise<string> {
  const {
    stage = 'dev',
    folders = projectFolders,
    validate = false,
    configuration,
    webhookLoopback,
    bundlesInPlace = false,
  } = options;
  if (!bundlesInPlace) await bundleFunctions(folders);
  const app = new App({
    ...(outdir !== undefined && { outdir }),
    context: { ...cdk.context, ...(bundlesInPlace && inPlace) },
    treeMetadata: !bundlesInPlace,
    analyticsReporting: false,
    builtinCloudFormationValidation: validate,
  });
  const context = contextSettings.parse(app.node.getAllContext());
  new ChanceryStack(
    app,
    deploymentOf({
      ...context,
      stage: context.stage ?? stage,
      configuration,
      webhookLoopback,
      bundles: folders.bundles,
    }),
  );
  if (validate) {
    const { AwsSolutionsChecks } = await import('cdk-nag');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  }
  return app.synth().directory;
}
