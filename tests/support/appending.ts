import { v7 } from 'uuid';
import { systemTiming, type Timing } from '#shared/clock.ts';
import type { AppendRequest } from '#shared/ledger/append-request.ts';
import { type Append, appender } from '#shared/ledger/append.ts';
import type { Ledger } from '#shared/ledger/ledger.ts';
import { meeting } from './events.ts';
import { recorder } from './recorder.ts';

/**
 * An append over a ledger, with the system's clock and ids; what a test does not say is an unconditional meeting by an
 * analyst.
 */
export function appending(
  ledger: Ledger,
  timing: Timing = systemTiming,
): (request?: Partial<AppendRequest>) => ReturnType<Append> {
  const append = appender({ ledger, now: () => new Date(), newId: v7, timing });
  return (request = {}) =>
    append({
      stream: 'relation/BGD-PAK',
      expectedVersion: 'any',
      events: [meeting()],
      recordedBy: recorder(),
      ...request,
    });
}
