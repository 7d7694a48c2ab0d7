import { Queue } from 'aws-cdk-lib/aws-sqs';
import { App, Stack } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { deployed } from '#tests/support/deployed.ts';

describe('cdk-nag', () => {
  it.each(['dev', 'prod'] as const)('has no finding that nobody has answered: %s', (stage) => {
    const { app } = deployed(stage);
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });

  it('would speak up', () => {
    const app = new App();
    expect(new Queue(new Stack(app, 'Careless'), 'Queue')).toBeDefined();
    const rules = new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName);
    expect(rules).toContain('AwsSolutions-SQS4');
  });
});
