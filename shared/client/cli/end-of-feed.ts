import type { Chancery } from '#shared/client/chancery.ts';

/** Reads the last position of the feed, as far as the read models have it: every query says so. */
export async function endOfFeed({ call }: Pick<Chancery, 'call'>): Promise<number> {
  const response = await call.get('/sources', { limit: 1 });
  await response.body?.cancel();
  return Number(response.headers.get('watermark') ?? 0);
}
