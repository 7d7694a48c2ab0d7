import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { otherConsumers, phaseMatcherName, scheduledConsumers } from '#shared/feed/consumers/consumer-names.ts';
import { projectionsInCode } from '#shared/projections/generations/projections-in-code.ts';
import { routes } from '#shared/api/routes.ts';
import { until } from '#tests/support/until.ts';
import { aProblem } from '#tests/support/a-problem.ts';
import { useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';

const { api } = useCloud();

interface Health {
  readonly status: string;
  readonly head: number;
  readonly consumers: Readonly<Record<string, { position: number; lag: number }>>;
}

describe('the health of the service', () => {
  it('says how far the record has come, and that its readers are there too', async () => {
    const { path, meeting } = freshRelation();
    const posted = await api.post<{ position: number }>(path, meeting(), { prefer: 'wait=20' });
    const caughtUp = await until('the readers to catch up', async () => {
      const { status, body } = await api.get<Health>('/health/consumers');
      return status === 200 && body.status === 'ok' && body;
    });
    expect(caughtUp.head).toBeGreaterThanOrEqual(posted.body.position);
    expect(Object.keys(caughtUp.consumers).toSorted()).toEqual(
      [...projectionsInCode, ...otherConsumers, phaseMatcherName].toSorted(),
    );
    const prompt = Object.entries(caughtUp.consumers).filter(([name]) => !scheduledConsumers.has(name));
    for (const [, consumer] of prompt) expect(consumer).toEqual({ position: caughtUp.head, lag: 0 });
  });
});

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1 that has every route', async () => {
    const { status, headers, body } = await api.get<{ openapi: string; paths: Record<string, object> }>(
      '/openapi.json',
    );
    expect([status, headers['content-type'], body.openapi]).toEqual([200, 'application/json', '3.1.0']);
    expect(await new Validator().validate(body)).toEqual({ valid: true });
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  it('has examples of every operation that answers with a body, in a document of their own', async () => {
    const { status, body } = await api.get<Record<string, Record<string, unknown>>>('/openapi-examples.json');
    expect(status).toBe(200);
    expect(body['GET /relations/{dyad}/timeline']).toHaveProperty(['application/json', 'items']);
  });

  it('is rendered from files of its own alone', async () => {
    const page = await api.get<string>('/docs');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.body).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//i);
    const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => String(file));
    expect(files).toHaveLength(3);
    for (const file of files) {
      const asset = await api.get<string>(file);
      const type = file.endsWith('.css') ? 'text/css' : 'text/javascript';
      expect([file, asset.status, asset.headers['content-type']]).toEqual([file, 200, type]);
      expect(asset.body.length).toBeGreaterThan(50);
    }
  });

  it('sends its large files packed to whoever can unpack them, and whole to the others', async () => {
    const file = '/docs/swagger-ui.css';
    const packed = await api.get(file, { 'accept-encoding': 'gzip' });
    const whole = await api.get(file, { 'accept-encoding': 'identity' });
    expect([packed.headers['content-encoding'], whole.headers['content-encoding']]).toEqual(['gzip', undefined]);
    expect(packed.body).toBe(whole.body);
  });

  it('has no other files', async () => {
    for (const file of ['/docs/nothing.js', '/docs/..%2Findex.mjs', '/docs/%2e%2e%2findex.mjs'])
      expect((await api.get(file)).status).toBe(404);
    expect(await api.get('/docs/nothing.js')).toMatchObject(aProblem('not-found'));
  });
});
