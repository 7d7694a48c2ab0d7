import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import type { JSX } from 'preact';
import { api } from '../../api.ts';
import type { EventAsRead } from '../../api-types.ts';
import { Empty, Shown, useLoaded } from '../../loaded.tsx';
import { EventLine } from '../../parts/event-line.tsx';
import { t } from '../../text/text.ts';

/** Days before and after an event in which its parts and reactions are looked for. */
const nearDays = 60;
const dayMs = 86_400_000;

interface Connected {
  readonly name: string;
  readonly events: readonly EventAsRead[];
}

/** The events that this one is part of or reacts to, and those that are part of it or react to it. */
export function Neighbours({ event }: { readonly event: EventAsRead }): JSX.Element {
  const loaded = useLoaded(event.id, async () => connectedTo(event));
  return (
    <section aria-labelledby="neighbours-title">
      <h2 id="neighbours-title">{t.event.neighbours}</h2>
      <Shown of={loaded}>
        {(groups) =>
          groups.length === 0 ? (
            <Empty>{t.event.noNeighbours}</Empty>
          ) : (
            groups.map(({ name, events }) => (
              <div key={name}>
                <h3>{name}</h3>
                <ul>
                  {events.map((other) => (
                    <li key={other.id}>
                      <EventLine event={other} />
                    </li>
                  ))}
                </ul>
              </div>
            ))
          )
        }
      </Shown>
    </section>
  );
}

async function connectedTo(event: EventAsRead): Promise<readonly Connected[]> {
  const [whole, causes, near] = await Promise.all([
    Promise.all([event.partOf ?? []].flat().map(async (id) => api.event(id))),
    Promise.all((event.reactsTo ?? []).map(async (id) => api.event(id))),
    nearby(event),
  ]);
  return [
    { name: t.event.partOf, events: whole },
    { name: t.event.reactsTo, events: causes },
    { name: t.event.parts, events: near.filter(({ partOf }) => partOf === event.id) },
    { name: t.event.reactions, events: near.filter(({ reactsTo }) => reactsTo?.includes(event.id) === true) },
  ].filter(({ events }) => events.length > 0);
}

/** The events of the relation around an event. */
async function nearby({ participants = [], bearsOn = [], from, to }: EventAsRead): Promise<readonly EventAsRead[]> {
  const [dyad] = dyadsConcerned({ participants, bearsOn });
  if (dyad === undefined || from === undefined || from === null) return [];
  const day = (iso: string, days: number) =>
    new Date(new Date(iso).getTime() + days * dayMs).toISOString().slice(0, 10);
  const { items } = await api.timeline(dyad, { from: day(from, -nearDays), to: day(to ?? from, nearDays) });
  return items;
}
