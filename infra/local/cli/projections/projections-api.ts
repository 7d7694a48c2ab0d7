import * as z from 'zod';
import { GenerationList } from '#shared/api/generations/generation-list.ts';
import { Refusal } from '#infra/local/refusal.ts';

const Listed = GenerationList;
export type Listed = z.output<typeof Listed>;
export type Generation = Listed['projections'][number]['builds'][number];

const Rebuilt = z.object({ build: z.string() });
const Promoted = z.object({ serving: z.string(), replaced: z.string() });
const Dropped = z.object({ build: z.string(), remaining: z.boolean() });
const Refused = z.object({ title: z.string(), detail: z.string().optional() });

/** The operations on projections over HTTP; what the API refuses becomes a Refusal. */
export function projectionsApi(url: string, token: string) {
  async function call<Reply>(method: string, path: string, schema: z.ZodType<Reply>, body?: object): Promise<Reply> {
    const reply = await fetch(new URL(path, url), {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Refusal(`Nothing responds at ${url}`);
    });
    const text = await reply.text();
    if (reply.ok) return schema.parse(JSON.parse(text));
    const problem = Refused.safeParse(
      /json/.test(reply.headers.get('content-type') ?? '') ? JSON.parse(text) : undefined,
    );
    throw new Refusal(problem.data?.detail ?? problem.data?.title ?? `${method} ${path}: status ${reply.status}`);
  }
  const of = (name: string) => `/projections/${encodeURIComponent(name)}`;
  return {
    list: async () => call('GET', '/projections', Listed),
    rebuild: async (name: string, version?: number) =>
      call('POST', `${of(name)}/rebuild${version === undefined ? '' : `?version=${version}`}`, Rebuilt),
    promote: async (name: string, build?: string) =>
      call('POST', `${of(name)}/promote`, Promoted, build === undefined ? {} : { build }),
    drop: async (build: string) =>
      call('DELETE', `${of(build.split('@')[0] ?? '')}/builds/${encodeURIComponent(build)}`, Dropped),
  };
}

export type ProjectionsApi = ReturnType<typeof projectionsApi>;
