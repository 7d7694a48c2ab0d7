import * as z from 'zod';

const exactVersion = /^"(0|[1-9][0-9]{0,15})"$/;

/** `Prefer: wait=N` */
export const PreferHeader = z.object({
  prefer: z
    .string()
    .optional()
    .meta({ description: '`wait=N`: reply when every read model has the events, after at most N (≤ 20) seconds' }),
});

/** `X-Correlation-Id` */
export const CorrelationHeader = z.object({
  'x-correlation-id': z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/, 'Expected 1 to 128 visible ASCII characters')
    .optional()
    .meta({ description: 'Recorded with every event, and published with it: what the poster calls the matter' }),
});

/** A key that makes a request safe to repeat. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, 'Expected 1 to 128 visible ASCII characters')
  .optional()
  .meta({ description: 'Makes the request safe to repeat: the same key and body get the first response again' });

/**
 * The request headers of an append: its precondition, its Idempotency-Key, and how long to wait for the read models.
 */
export const AppendHeaders = PreferHeader.extend({
  ...CorrelationHeader.shape,
  'if-match': z
    .string()
    .regex(exactVersion, 'Expected the version the stream must have, quoted, for example "3"')
    .optional()
    .meta({ description: 'The version the stream must have, as an entity tag; "0": it must not exist yet' }),
  'if-none-match': z
    .string()
    .regex(/^\*$/, 'Expected *: the stream must not exist yet')
    .optional()
    .meta({ description: '`*`: the stream must not exist yet' }),
  'idempotency-key': IdempotencyKey,
}).superRefine((headers, context) => {
  if (headers['if-match'] !== undefined && headers['if-none-match'] !== undefined) {
    context.addIssue({
      code: 'custom',
      path: ['if-none-match'],
      message: 'Expected If-Match or If-None-Match, not both',
    });
  }
});

type AppendHeaders = z.output<typeof AppendHeaders>;

/** The precondition in the ledger's terms: a version (0: no stream yet), or `any`. */
export function expectedVersion(headers: AppendHeaders): number | 'any' {
  if (headers['if-none-match'] !== undefined) return 0;
  const version = headers['if-match'];
  return version === undefined ? 'any' : Number(exactVersion.exec(version)?.[1]);
}

/** Seconds a request may wait at most: API Gateway ends it after 30. */
export const maxWaitSeconds = 20;

/** The seconds of `Prefer: wait=N` (RFC 7240), at most 20; `undefined` when the client does not ask to wait. */
export function preferredWait(prefer: string | undefined): number | undefined {
  const seconds = /(?:^|,)\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:[,;]|$)/i.exec(prefer ?? '')?.[1];
  return seconds === undefined ? undefined : Math.min(Number(seconds), maxWaitSeconds);
}
