import { isMultilateral } from '#shared/domain/events/multilateral.ts';
import { dyadsOf } from '#shared/domain/parties/dyad.ts';
import { api } from '../../api.ts';
import type { EventAsRead, Participant } from '../../api-types.ts';

interface Draft {
  readonly participants?: readonly Participant[];
  readonly occurred?: string;
}

/** Recorded events of the same type and parties in the month of a draft: perhaps it is one of them. */
export async function similarEvents(
  type: string,
  { participants = [], occurred = '' }: Draft,
): Promise<readonly EventAsRead[]> {
  const [dyad] = dyadsOf(
    participants.map(({ party }) => party).filter((party) => /^([A-Z]{3}|x-[a-z0-9]+)$/.test(party)),
  );
  const month = /^\d{4}-(0[1-9]|1[0-2])/.exec(occurred)?.[0];
  if (dyad === undefined || month === undefined) return [];
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  const include = isMultilateral(participants) ? { include: 'multilateral' } : {};
  const { items } = await api.timeline(dyad, { type, from: `${month}-01`, to: last, limit: 10, ...include });
  return items;
}
