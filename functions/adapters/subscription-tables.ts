import { environment } from '#shared/environment.ts';

/** The tables of webhook subscriptions and of their filters' terms. */
export const subscriptionTables = () => ({
  subscriptions: environment('SUBSCRIPTIONS_TABLE'),
  terms: environment('SUBSCRIPTION_TERMS_TABLE'),
});
