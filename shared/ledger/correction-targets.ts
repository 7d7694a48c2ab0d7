import { deciderFor } from '../domain/deciders/decider-for.ts';
import { isCorrection } from '../domain/correction-types.ts';
import { RuleViolated } from '../domain/decider.ts';
import { parseEventAddress } from '../domain/event-address.ts';
import type { NewEvent } from '../domain/new-event.ts';
import { eventAt } from './event-at.ts';
import type { LedgerReader } from './ledger.ts';
import { foldStream } from './stream-state.ts';

/**
 * What corrections refer to must be recorded already: the corrected event, which is no correction itself, and the event that another is
 * merged into. Only corrections cost a read. Throws RuleViolated.
 */
export async function requireTargets(ledger: LedgerReader, events: readonly NewEvent[]): Promise<void> {
  const ids = new Set(
    events
      .filter(isCorrection)
      .flatMap((event) => (event.type === 'EventsMerged' ? [event.of, event.into] : [event.of])),
  );
  for (const id of ids) {
    const target = await eventAt(ledger, id);
    if (target === undefined) throw new RuleViolated('no-such-event', `There is no event ${id}`);
    if (isCorrection(target)) {
      throw new RuleViolated(
        'correction-of-a-correction',
        `${id} is a correction itself: correct ${target.of} instead`,
      );
    }
  }
  for (const event of events) {
    if (event.type === 'EventsMerged' && (await isWithdrawn(ledger, event.into))) {
      throw new RuleViolated('event-withdrawn', `${event.into} was retracted or merged into another event itself`);
    }
  }
}

async function isWithdrawn(ledger: LedgerReader, id: string): Promise<boolean> {
  const { stream = '', version = 0 } = parseEventAddress(id) ?? {};
  const [, withdrawn = []] = await foldStream(ledger, deciderFor(stream), stream, await ledger.head(stream));
  return withdrawn.includes(version);
}
