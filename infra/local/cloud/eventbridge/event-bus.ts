import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { EventPattern } from './event-pattern.ts';
import type { Deliver } from './rule-target.ts';
import type { BusEvent } from './target-input.ts';

/** An entry that PutEvents accepted, for listeners such as the demo. */
export interface PublishedEntry {
  readonly id: string;
  readonly bus: string;
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
  readonly time: string;
  readonly resources: readonly string[];
}

export interface BusRule {
  readonly busName: string;
  readonly matches: EventPattern;
  readonly targets: readonly Deliver[];
}

export interface EventBusSettings {
  readonly busNames: readonly string[];
  readonly rules: readonly BusRule[];
  readonly accountId: string;
  readonly region: string;
}

export interface EventBuses {
  /** Executes a PutEvents call and returns the HTTP status and the JSON reply. */
  readonly putEvents: (input: unknown) => { status: number; reply: unknown };
  readonly onPublished: (listener: (entry: PublishedEntry) => void) => () => void;
}

/** Limits of one PutEvents call. */
const maxEntries = 10;
const maxBytes = 256 * 1024;

const entrySchema = z.object({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().default('default'),
  Resources: z.array(z.string()).default([]),
  Time: z.union([z.number(), z.string()]).optional(),
});
type Entry = z.output<typeof entrySchema>;

/**
 * Creates the template's event buses and `default`, which deliver accepted entries to the targets of matching rules.
 */
export function eventBuses({ busNames, rules, accountId, region }: EventBusSettings): EventBuses {
  const listeners = new Set<(entry: PublishedEntry) => void>();
  const known = new Set([...busNames, 'default']);

  const publish = (entry: Entry): { EventId: string } | { ErrorCode: string; ErrorMessage: string } => {
    const busName = entry.EventBusName.split('/').at(-1) ?? '';
    const refusal = refusalOf(entry) ?? (known.has(busName) ? undefined : `Event bus ${busName} does not exist.`);
    if (refusal !== undefined) return { ErrorCode: errorCode(refusal), ErrorMessage: refusal };
    const { Source: source = '', DetailType: detailType = '', Detail = '{}', Resources: resources, Time } = entry;
    const detail: unknown = JSON.parse(Detail);
    const at = typeof Time === 'number' ? new Date(Time * 1000) : new Date(Time ?? Date.now());
    const time = at.toISOString().replace(/\.\d+Z$/, 'Z');
    const id = randomUUID();
    const event: BusEvent = {
      version: '0',
      id,
      'detail-type': detailType,
      source,
      account: accountId,
      time,
      region,
      resources,
      detail,
    };
    for (const listener of listeners) listener({ id, bus: busName, source, detailType, detail, time, resources });
    for (const rule of rules)
      if (rule.busName === busName && rule.matches(event)) for (const deliver of rule.targets) void deliver(event);
    return { EventId: id };
  };

  return {
    onPublished: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    putEvents: (input) => {
      const parsed = z.object({ Entries: z.array(entrySchema).min(1) }).safeParse(input);
      if (!parsed.success)
        return validationError(`${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`);
      const { Entries: entries } = parsed.data;
      if (entries.length > maxEntries)
        return validationError(
          `1 validation error detected: Value at 'entries' must have length less than or equal to ${maxEntries}`,
        );
      if (entries.reduce((sum, entry) => sum + entryBytes(entry), 0) > maxBytes)
        return validationError('Total size of the entries in the request is over the limit.');
      const Entries = entries.map(publish);
      return {
        status: 200,
        reply: { FailedEntryCount: Entries.filter((entry) => 'ErrorCode' in entry).length, Entries },
      };
    },
  };
}

function refusalOf({ Source, DetailType, Detail }: Entry): string | undefined {
  for (const [name, value] of Object.entries({ Source, DetailType, Detail }))
    if (value === undefined || value === '')
      return `Parameter ${name} is not valid. Reason: ${name} is a required argument.`;
  try {
    const detail: unknown = JSON.parse(Detail ?? '');
    return typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? undefined : 'Detail is malformed.';
  } catch {
    return 'Detail is malformed.';
  }
}

function errorCode(refusal: string): string {
  if (refusal.startsWith('Detail is')) return 'MalformedDetail';
  return refusal.startsWith('Event bus') ? 'ResourceNotFoundException' : 'InvalidArgument';
}

/**
 * Counts an entry's bytes as EventBridge does: 14 for a time, and the UTF-8 bytes of source, detail type, detail and
 * resources.
 */
function entryBytes({ Time, Source = '', DetailType = '', Detail = '', Resources }: Entry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), Time === undefined ? 0 : 14);
}

const validationError = (message: string) => ({ status: 400, reply: { __type: 'ValidationException', message } });
