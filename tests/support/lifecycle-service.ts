import { service, call, invoke } from './service.ts';
import { readAgreement } from '#functions/read-agreement/read-agreement.ts';
import { readAgreements } from '#functions/read-agreements/read-agreements.ts';
import { readRepresentation } from '#functions/read-representation/read-representation.ts';
import { readSanctions } from '#functions/read-sanctions/read-sanctions.ts';
import { readVisits } from '#functions/read-visits/read-visits.ts';

type Query = Readonly<Record<string, string>>;

/** The service with its registers; `record` appends on a day, and what is asked is asked on the last such day. */
export function lifecycleService() {
  let today = '2025-01-01';
  const now = () => new Date(`${today}T12:00:00Z`);
  const chancery = service(undefined, now);
  const { querying } = chancery;
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
    visits: async (query: Query, headers: Query = {}) =>
      call(readVisits(querying, now), { path: '/visits', query, headers }),
    visitsAs: async (accept: string, query: Query) =>
      invoke(readVisits(querying, now), { path: '/visits', query, headers: { accept } }),
    agreements: async (query: Query) => call(readAgreements(querying, now), { path: '/agreements', query }),
    agreementsAsCsv: async (query: Query) =>
      invoke(readAgreements(querying, now), { path: '/agreements', query, headers: { accept: 'text/csv' } }),
    agreement: async (agreementId: string, query: Query = {}) =>
      call(readAgreement(querying, now), { path: `/agreements/${agreementId}`, parameters: { agreementId }, query }),
    representation: async (dyad: string, query: Query = {}) =>
      call(readRepresentation(querying, now), {
        path: `/relations/${dyad}/representation`,
        parameters: { dyad },
        query,
      }),
    sanctions: async (query: Query) => call(readSanctions(querying, now), { path: '/sanctions', query }),
  };
}
