import { service } from './service.ts';

type Query = Readonly<Record<string, string>>;

/** The service with its lifecycles; `record` appends on a day, and queries are of the last such day. */
export function lifecycleService() {
  let today = '2025-01-01';
  const now = () => new Date(`${today}T12:00:00Z`);
  const chancery = service(undefined, now);
  return {
    ...chancery,
    /** The day that the clock shows. */
    setToday: (day: string) => {
      today = day;
    },
    /** Records facts in a stream at noon of a day. */
    record: async (day: string, stream: string, ...facts: readonly object[]) => {
      today = day;
      for (const fact of facts) {
        const { status, body } = await chancery.post(stream, fact);
        if (status !== 201) throw new Error(JSON.stringify(body));
      }
      await chancery.catchUp();
    },
    visits: async (query: Query, headers?: Query) => chancery.get('/visits', query, headers),
    visitsAs: async (accept: string, query: Query) => chancery.getAs(accept, '/visits', query),
    agreements: async (query: Query) => chancery.get('/agreements', query),
    agreementsAsCsv: async (query: Query) => chancery.getAs('text/csv', '/agreements', query),
    agreement: async (id: string, query?: Query) => chancery.get(`/agreements/${id}`, query),
    representation: async (dyad: string, query?: Query) => chancery.get(`/relations/${dyad}/representation`, query),
    sanctions: async (query: Query) => chancery.get('/sanctions', query),
  };
}
