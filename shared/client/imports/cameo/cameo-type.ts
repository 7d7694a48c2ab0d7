import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { type EventTypeName, eventTypes } from '#shared/domain/events/event-types.ts';
import { CameoCode } from '#shared/domain/scoring/cameo.ts';
import { keysOf } from '#shared/keys-of.ts';

const Types = z.partialRecord(z.enum(keysOf(eventTypes) as [EventTypeName]), z.array(CameoCode));

const types = Types.parse(parse(readFileSync(new URL('./types.yaml', import.meta.url), 'utf8')));
const byCode: ReadonlyMap<string, EventTypeName> = new Map(
  (Object.entries(types) as [EventTypeName, string[]][]).flatMap(([type, codes]) =>
    codes.map((code) => [code, type] as const),
  ),
);

/** Returns the event type of a CAMEO code, or of the code that it details; `undefined`: none has it. */
export function cameoType(code: string): EventTypeName | undefined {
  return byCode.get(code) ?? (code.length > 2 ? cameoType(code.slice(0, -1)) : undefined);
}
