import { quadClassOf } from '#shared/domain/scoring/quad-class.ts';
import type { Counts } from '#shared/domain/scoring/counts.ts';
import { isHeld } from '#shared/domain/events/held.ts';
import { occurredRange } from '#shared/domain/dates/occurred-range.ts';
import { counters, type Counted } from '#shared/projections/engine/counters.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { aboutParty, aboutTopic } from './dossiers.ts';
import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';

/** The subject of all events, and that of a dyad; those of parties and topics are named as their dossiers. */
export const allEvents = 'all';
export const aboutDyad = (dyad: string): string => `dyad/${dyad}`;

/** The heading of events that may have happened in more than one of the years, or months, that others are counted under. */
export const longer = 'longer';

/**
 * Answers "how many events?": of a party (by year, with their types and the parties taking part with it), of a dyad (by year), of a topic (by
 * month, with its dyads) and of all (by month). `n` is what was held, `unheld` what was planned, supposed or denied; what was withdrawn is
 * not counted. Quad classes are those of what was held and has a CAMEO code.
 */
export const countedEvents = counters({ name: 'counted-events', version: 1, counted: countsOf });

/** What an event counts for. */
export function countsOf(event: SeenEvent): Counted[] {
  if (event.withdrawn !== undefined) return [];
  const { from, to } = occurredRange(event.occurred);
  const within = (length: number) => {
    const [first, last] = [from?.slice(0, length), to?.slice(0, length)];
    return first === undefined || first !== last ? longer : first;
  };
  const [year, month] = [within('YYYY'.length), within('YYYY-MM'.length)];
  const parties = [...new Set(event.participants.map(({ party }) => party))];
  const dyads = dyadsConcerned(event);
  const count = (subject: string, heading: string, names: readonly string[] = []): Counted => ({
    subject,
    heading,
    counts: isHeld(event) ? heldCounts(event, names) : { unheld: 1 },
  });
  return [
    ...parties.map((party) => {
      const others = parties.filter((other) => other !== party);
      return count(aboutParty(party), year, [`type/${event.type}`, ...others.map((other) => `with/${other}`)]);
    }),
    ...dyads.map((dyad) => count(aboutDyad(dyad), year)),
    ...[...new Set(event.topics)].map((topic) =>
      count(
        aboutTopic(topic),
        month,
        dyads.map((dyad) => `dyad/${dyad}`),
      ),
    ),
    count(allEvents, month),
  ];
}

function heldCounts({ cameo }: SeenEvent, names: readonly string[]): Counts {
  const quadClass = cameo === undefined ? [] : [`quad/${quadClassOf(cameo)}`];
  return Object.fromEntries(['n', ...quadClass, ...names].map((name) => [name, 1]));
}
