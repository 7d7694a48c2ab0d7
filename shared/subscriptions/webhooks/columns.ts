import type { Columns } from '#shared/api/protocol/csv.ts';

/** The columns of a subscription as its owner sees it; its filter is only in the JSON. */
interface Listed {
  readonly id: string;
  readonly url: string;
  readonly description?: string | undefined;
  readonly state: string;
  readonly reason?: string | undefined;
  readonly cursor: string;
  readonly lag: { readonly events: number; readonly seconds: number };
  readonly failures: number;
  readonly createdAt: string;
  readonly lastSuccessAt?: string | undefined;
  readonly lastError?: string | undefined;
}

/** Subscriptions as CSV. */
export const subscriptionColumns: Columns<Listed> = {
  id: ({ id }) => id,
  url: ({ url }) => url,
  description: ({ description }) => description,
  state: ({ state }) => state,
  reason: ({ reason }) => reason,
  cursor: ({ cursor }) => cursor,
  lagEvents: ({ lag }) => lag.events,
  lagSeconds: ({ lag }) => lag.seconds,
  failures: ({ failures }) => failures,
  createdAt: ({ createdAt }) => createdAt,
  lastSuccessAt: ({ lastSuccessAt }) => lastSuccessAt,
  lastError: ({ lastError }) => lastError,
};
