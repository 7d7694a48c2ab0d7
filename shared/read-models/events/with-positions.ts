import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { positionsOf } from '#shared/projections/engine/positions.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';

/** Events of one stream with their global positions; one that is not sequenced yet stays without. */
export async function withPositions<Event extends RecordedEvent>(
  readModels: RowReader,
  stream: string,
  events: readonly Event[],
): Promise<Event[]> {
  const versions = events.map(({ version }) => version);
  const positions = await positionsOf(readModels, stream, versions);
  return events.map((event) => {
    const position = positions.get(event.version);
    return position === undefined ? event : { ...event, position };
  });
}
