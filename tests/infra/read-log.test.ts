import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '#shared/api/routes.ts';
import { deployed } from '#tests/support/deployed.ts';

const logging = z.object({
  LoggingConfig: z.object({ LogGroup: z.object({ Ref: z.string() }) }),
});

describe.each([
  ['dev', 30, 7],
  ['prod', 1827, 365],
] as const)('the log of reads in the stage %s', (stage, days, others) => {
  const { all, functions } = deployed(stage);
  const groups = all('AWS::Logs::LogGroup', z.object({ RetentionInDays: z.number() }));
  const [reads] = groups.filter(({ id }) => id.startsWith('ReadLog'));

  it('is kept for as long as it must be, and the other logs for as long as they are useful', () => {
    expect(reads?.properties.RetentionInDays).toBe(days);
    const rest = groups.filter((group) => group !== reads).map(({ properties }) => properties.RetentionInDays);
    expect(new Set(rest)).toEqual(new Set([others]));
  });

  it('is that of sockets and of every function with a route for reading, and of no other', () => {
    const logged = all('AWS::Lambda::Function', logging).filter(
      ({ properties }) => properties.LoggingConfig.LogGroup.Ref === reads?.id,
    );
    const readers = new Set(routes.filter(({ scope }) => scope === 'chancery/read').map((route) => route.function));
    const names = functions.flatMap(({ id, name }) => (logged.some((fn) => fn.id === id) ? [name] : []));
    expect(names.toSorted()).toEqual([...readers, 'serve-socket'].toSorted());
  });

  it('has subject and client of each request in the access log, too', () => {
    const [format] =
      all('AWS::ApiGatewayV2::Stage', z.object({ StageName: z.string(), AccessLogSettings: z.object({ Format: z.string() }) })) // prettier-ignore
        .filter(({ properties }) => properties.StageName === '$default')
        .map(({ properties }) => JSON.parse(properties.AccessLogSettings.Format) as unknown);
    expect(format).toMatchObject({
      subject: '$context.authorizer.claims.sub',
      client: '$context.authorizer.claims.client_id',
      responseLength: '$context.responseLength',
    });
  });
});
