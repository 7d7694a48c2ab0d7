import type { TimelineEntry } from '#shared/read-models/timeline/projection.ts';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';

const visit = {
  path: '/streams/visit/kamr-ul-hassan-pakistan-2025-01/events',
  id: 'visit.kamr-ul-hassan-pakistan-2025-01.1',
};

export interface Refined {
  /** When the visit was, as the record says now, and as it said before the correction. */
  readonly now: string;
  readonly before: string;
  /** The instant of `before`. */
  readonly asOf: string;
}

/**
 * Later sources give the days of the visit: the date is refined by an event, and the record still says what was known
 * before.
 */
export async function refineVisit(cloud: LocalCloud): Promise<Refined> {
  const authorization = `Bearer ${await cloud.token()}`;
  const asOf = new Date().toISOString();
  const posted = await fetch(`${cloud.url}${visit.path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', prefer: 'wait=15', 'if-match': '"1"' },
    body: JSON.stringify({ type: 'EventDateRefined', of: visit.id, occurred: '2025-01-13/2025-01-18' }),
  });
  if (posted.status !== 201) throw new Error(`Refining the date: ${posted.status} ${await posted.text()}`);
  const occurred = async (query: string): Promise<string> => {
    const read = await fetch(`${cloud.url}/relations/BGD-PAK/timeline?type=VisitConducted${query}`, {
      headers: { authorization },
    });
    const { items } = (await read.json()) as { items: TimelineEntry[] };
    return items.find(({ id }) => id === visit.id)?.occurred ?? 'not there';
  };
  const refined = { now: await occurred(''), before: await occurred(`&asOf=${asOf}`), asOf };
  if (refined.now === refined.before)
    throw new Error(`The visit's date is ${refined.now} before and after its correction`);
  return refined;
}
