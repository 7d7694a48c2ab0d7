import type { Checkpoints } from '#shared/feed/consumers/checkpoints.ts';
import { phaseTermsIn } from '#shared/subscriptions/filter/terms.ts';
import { type ReceiverSubscriptions, markWanted } from '#shared/subscriptions/webhooks/match.ts';
import { phaseMatcherName } from '#shared/feed/consumers/consumer-names.ts';
import { type PhaseLog, phaseView } from './phase-log.ts';

export interface PhaseMatcherPorts {
  readonly phases: PhaseLog;
  readonly checkpoints: Pick<Checkpoints, 'position' | 'move'>;
  /** Who may want changes of phase: webhooks, and sockets. */
  readonly receivers: readonly ReceiverSubscriptions[];
}

/**
 * Finds the subscriptions that want announced changes of phase, from the last announcement on that it has passed, up to
 * the announcer. It marks them before its checkpoint moves, as the matcher of events does. Where nothing is announced
 * nothing is written. Repeated runs do no harm.
 */
export async function matchPhases(
  { phases, checkpoints, receivers }: PhaseMatcherPorts,
  hasTime: () => boolean,
): Promise<void> {
  const upTo = await phases.position();
  let after = await checkpoints.position(phaseMatcherName);
  while (after < upTo && hasTime()) {
    const { items, next } = await phases.page({ after, upTo });
    const last = items.at(-1);
    if (last === undefined) return;
    const seen = items.map((phase) => {
      const view = phaseView(phase);
      return { position: phase.position, view, terms: phaseTermsIn(view) };
    });
    for (const receiver of receivers) await markWanted(receiver, seen);
    if (!(await checkpoints.move(phaseMatcherName, after, last.position))) return; // another run goes on
    if (next === upTo) return;
    after = last.position;
  }
}
