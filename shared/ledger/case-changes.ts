import canonicalize from 'canonicalize';
import type { Withdrawal } from '#shared/domain/corrections/corrected-event.ts';
import type { EventCase } from '#shared/domain/corrections/event-case.ts';
import { CommitTooLarge } from './append-errors.ts';
import { type DecisionChange, eventKey } from './decisions.ts';
import { addressOf, type LoadedCase, type StoredCorrected, type StoredWithdrawal } from './event-cases.ts';

/** The most bytes of a corrected event, as of a posted one. */
const maxCorrectedBytes = 64 * 1024;

/** Returns the changes of decisions that a commit up to a version makes. Throws CommitTooLarge. */
export function caseChanges(
  before: ReadonlyMap<string, LoadedCase>,
  after: ReadonlyMap<string, EventCase>,
  upTo: number,
): DecisionChange[] {
  const changes = new Map<string, DecisionChange>();
  /** A condition adds nothing where the same item is put on the same condition. */
  const add = (change: DecisionChange) => {
    if (change.next !== undefined || !changes.has(change.key)) changes.set(change.key, change);
  };
  for (const [id, was] of before) {
    const now = after.get(id);
    if (now === undefined || now.event === was.event) continue;
    const { withdrawn } = now.event;
    const all = withdrawn === undefined ? [correctedBy(was, now, upTo)] : withdrawnBy(id, withdrawn, upTo);
    for (const change of all) add(change);
  }
  return [...changes.values()];
}

/**
 * A withdrawal is put once. The target of a merge must not be withdrawn; a retracted event must not be the target of a
 * merge.
 */
function withdrawnBy(id: string, withdrawn: Withdrawal, by: number): DecisionChange[] {
  const data: StoredWithdrawal = { withdrawn, by };
  const put = (key: string, expected: 0 | 'any', content: unknown): DecisionChange => ({
    key,
    expected,
    next: { revision: 1, data: JSON.stringify(content) },
  });
  const withdrawal = put(eventKey('withdrawal', addressOf(id)), 0, data);
  if (withdrawn.reason !== 'merged') {
    return [withdrawal, { key: eventKey('merge-target', addressOf(id)), expected: 0 }];
  }
  const into = addressOf(withdrawn.into);
  return [
    withdrawal,
    put(eventKey('merge-target', into), 'any', {}),
    { key: eventKey('withdrawal', into), expected: 0 },
  ];
}

function correctedBy(was: LoadedCase, now: EventCase, upTo: number): DecisionChange {
  const { id, stream: _stream, version: _version, ...event } = now.event;
  const size = (some: unknown) => Buffer.byteLength(canonicalize(some) ?? '');
  const bytes = size(event);
  if (bytes > maxCorrectedBytes && bytes > size(was.event)) {
    throw new CommitTooLarge(
      `An event holds at most ${maxCorrectedBytes} bytes as it is corrected, not ${bytes}: ${id}`,
      '',
    );
  }
  const stored: StoredCorrected = { upTo, event };
  return {
    key: eventKey('corrected', addressOf(id)),
    expected: was.revision,
    next: { revision: was.revision + 1, data: JSON.stringify(stored) },
  };
}
