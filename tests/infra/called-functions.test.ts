import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { missingPermissions, type TemplateResources } from '#tests/outside/missing-permissions.ts';
import { deployed } from '#tests/support/deployed.ts';

const properties = z.record(z.string(), z.unknown()).default({});

function resourcesOf(stage: 'dev' | 'prod'): TemplateResources {
  const { all, types } = deployed(stage);
  const resources = types.flatMap((Type) =>
    all(Type, properties).map(({ id, properties: Properties }) => [id, { Type, Properties }] as const),
  );
  return Object.fromEntries(resources);
}

describe.each(['dev', 'prod'] as const)('the stage %s', (stage) => {
  const resources = resourcesOf(stage);

  it('permits each call of a function or queue by a route, an authorizer, a rule or the sign-in', () => {
    expect(missingPermissions(resources)).toEqual([]);
  });

  const permissions = Object.keys(resources).filter((id) => resources[id]?.Type === 'AWS::Lambda::Permission');
  it.each(permissions)('lacks one without %s', (id) => {
    const { [id]: _one, ...others } = resources;
    expect(missingPermissions(others)).not.toEqual([]);
  });

  it.each(['events.amazonaws.com', 'apigateway.amazonaws.com'])('lacks some where %s is another', (service) => {
    const other = JSON.parse(JSON.stringify(resources).replaceAll(service, 'else.amazonaws.com')) as TemplateResources;
    expect(missingPermissions(other).length).toBeGreaterThan(1);
  });

  it('lacks the one of a rule whose queue says nothing', () => {
    const policies = Object.entries(resources).filter(([, { Type }]) => Type !== 'AWS::SQS::QueuePolicy');
    expect(missingPermissions(Object.fromEntries(policies)).join()).toMatch(/events may not call SubscriberMatching/);
  });
});
