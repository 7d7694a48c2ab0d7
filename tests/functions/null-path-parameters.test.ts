import { describe, expect, it } from 'vitest';
import { keyOfRoute, routes } from '#shared/api/routes.ts';
import { invocation } from '#tests/support/as-deployed.ts';
import { request } from '#tests/support/requests.ts';
import { service } from '#tests/support/service.ts';

const withoutParameters = routes.filter(({ path }) => !path.includes('{'));

describe('a request whose path has no parameters, which API Gateway may say with null', () => {
  it('reaches every function of the HTTP API', () => {
    expect(new Set(withoutParameters.map((route) => route.function)).size).toBe(6);
  });

  it.each(withoutParameters.map((route) => [keyOfRoute(route), route] as const))(
    'is answered as any other: %s',
    async (routeKey, { method, path, function: name }) => {
      const given = { method, path, subject: 'analyst', ...(method === 'POST' && { body: {} }) };
      const [plain, withNull] = [request(given), { ...request(given), pathParameters: null }];
      const send = async (event: unknown) =>
        service().functions[name](event as ReturnType<typeof request>, invocation());
      const { statusCode } = await send(withNull);
      expect([routeKey, statusCode]).toEqual([routeKey, (await send(plain)).statusCode]);
      expect(statusCode).toBeLessThan(500);
    },
  );
});
