import type { Subscription } from '#shared/subscriptions/webhooks/subscription.ts';
import type {
  DueSubscriptions,
  SubscriptionIndex,
  Subscriptions,
} from '#shared/subscriptions/webhooks/subscriptions.ts';
import { maxSubscriptions } from '#shared/subscriptions/filter/too-many-subscriptions.ts';
import { termsOf } from '#shared/subscriptions/filter/terms.ts';
import { plainCopy } from './plain-copy.ts';

/** Subscriptions in memory, held to the same contract as DynamoDB's. */
export function inMemorySubscriptions(): Subscriptions & SubscriptionIndex & DueSubscriptions {
  const all = new Map<string, Subscription>();
  const terms = new Map<string, Set<string>>();
  /** Writes one, or removes it, with its entries in the index. */
  const put = (id: string, next: Subscription | undefined): void => {
    for (const ids of terms.values()) ids.delete(id);
    if (next === undefined) {
      all.delete(id);
      return;
    }
    all.set(id, plainCopy(next));
    if (next.state !== 'active') return;
    for (const term of termsOf(next.filter)) terms.set(term, (terms.get(term) ?? new Set()).add(id));
  };
  return {
    get: async ({ owner, id }) => {
      const found = all.get(id);
      return found?.owner === owner ? plainCopy(found) : undefined;
    },
    ofOwner: async (owner) => plainCopy([...all.values()].filter((subscription) => subscription.owner === owner)),
    page: async (limit, after = '') => {
      const later = [...all.values()].filter(({ id }) => id > after).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const items = plainCopy(later.slice(0, limit));
      const next = later.length > limit ? items.at(-1)?.id : undefined;
      return { items, ...(next !== undefined && { next }) };
    },
    create: async (subscription, most = maxSubscriptions) => {
      if (all.has(subscription.id)) return 'exists';
      if ([...all.values()].filter(({ owner }) => owner === subscription.owner).length >= most) return 'too-many';
      put(subscription.id, subscription);
      return undefined;
    },
    save: async (before, next) => {
      const standing = all.get(before.id);
      if (standing?.version !== before.version) return undefined;
      const { dueAt = standing.dueAt, pending: _pending, ...written } = { ...next, version: before.version + 1 };
      const rests = next.dueAt === undefined;
      if (rests && standing.pending?.to !== before.pending?.to) return undefined;
      const { pending } = standing;
      put(before.id, rests ? written : { ...written, ...(dueAt && { dueAt }), ...(pending && { pending }) });
      return { ...next, version: before.version + 1 };
    },
    remove: async ({ id, version }) => {
      if (all.get(id)?.version !== version) return false;
      put(id, undefined);
      return true;
    },
    async *entries(asked) {
      for (const term of asked) {
        for (const id of terms.get(term) ?? []) {
          const found = all.get(id);
          if (found !== undefined) yield { owner: found.owner, id, filter: found.filter, term };
        }
      }
    },
    mark: async ({ id }, { from, to }, at) => {
      const standing = all.get(id);
      if (standing?.state !== 'active' || standing.cursor >= to || (standing.pending?.to ?? 0) >= to) return false;
      const { dueAt } = standing;
      all.set(id, { ...standing, pending: { from: standing.pending?.from ?? from, to }, dueAt: dueAt ?? at });
      return dueAt === undefined;
    },
    async *due(at) {
      for (const { owner, id, dueAt } of all.values()) if (dueAt !== undefined && dueAt <= at) yield { owner, id };
    },
  };
}
