import type { ListedEvent } from '#shared/projections/engine/event-list.ts';

/** An event in a few words, where a summary leads to it. */
export interface ShortEvent {
  readonly id: string;
  readonly type: string;
  readonly occurred: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly summary?: string;
}

export const shortened = ({ id, type, occurred, from, to, summary }: ListedEvent): ShortEvent => ({
  id,
  type,
  occurred,
  from,
  to,
  ...(summary !== undefined && { summary }),
});
