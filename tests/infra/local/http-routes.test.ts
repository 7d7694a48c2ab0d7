import { describe, expect, it } from 'vitest';
import { routeTable } from '#infra/local/cloud/http/http-routes.ts';

const keys = [
  '$default',
  'ANY /{proxy+}',
  'GET /events',
  'GET /events/{id}',
  'GET /events/latest',
  'ANY /events/{id}/reports',
  'POST /events/{id}/reports',
  'GET /docs/{rest+}',
];
const select = routeTable(
  keys.filter((key) => key !== 'ANY /{proxy+}').map((routeKey) => ({ routeKey, route: routeKey })),
);

describe('the choice of a route', () => {
  it.each([
    ['GET', '/events', 'GET /events'],
    ['GET', '/events/latest', 'GET /events/latest'],
    ['GET', '/events/7', 'GET /events/{id}'],
    ['POST', '/events/7/reports', 'POST /events/{id}/reports'],
    ['DELETE', '/events/7/reports', 'ANY /events/{id}/reports'],
    ['GET', '/docs/a/b.css', 'GET /docs/{rest+}'],
    ['GET', '/docs', '$default'],
    ['POST', '/events', '$default'],
    ['HEAD', '/events', '$default'],
    ['GET', '/events/', '$default'],
    ['GET', '/nowhere', '$default'],
  ])('for %s %s is %s', (method, path, expected) => {
    expect(select(method, path)?.route).toBe(expected);
  });

  it('decodes path variables after the path was split', () => {
    expect(select('GET', '/events/a%2Fb%20c')?.pathParameters).toEqual({ id: 'a/b c' });
    expect(select('GET', '/docs/x/y%20z')?.pathParameters).toEqual({ rest: 'x/y z' });
  });

  it('prefers a greedy route to the default one', () => {
    const greedy = routeTable(keys.map((routeKey) => ({ routeKey, route: routeKey })));
    expect(greedy('PUT', '/nowhere/at/all')?.route).toBe('ANY /{proxy+}');
  });

  it('finds nothing where there is no default', () => {
    const strict = routeTable([{ routeKey: 'GET /events', route: 1 }]);
    expect(strict('GET', '/nowhere')).toBeUndefined();
  });
});
