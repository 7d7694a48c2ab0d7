import { createHash } from 'node:crypto';

/** One append to one stream: one item of the ledger. */
export interface Commit {
  readonly stream: string;
  /** Version of the commit's first event; versions of a stream are 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly count: number;
  /** Absent in commits of the first format, whose hash covers the events alone. */
  readonly format?: 2;
  /** The recorded events as a canonical JSON array (RFC 8785): exactly the bytes that are hashed. */
  readonly events: string;
  readonly previousHash: string;
  readonly hash: string;
  /** The caller's Idempotency-Key, or a generated UUIDv7. */
  readonly commitId: string;
  /** The digest of the request with an Idempotency-Key; only in commits of the first format. */
  readonly request?: string;
  /** The decider's state after this commit, as `<fold>:<JSON>`. */
  readonly state: string;
  /** ISO 8601, UTC, milliseconds. */
  readonly committedAt: string;
}

export const lastVersion = (commit: Pick<Commit, 'version' | 'count'> | undefined): number =>
  commit === undefined ? 0 : commit.version + commit.count - 1;

const sha256 = (...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
};

/** The previous hash of a stream's first commit; it binds the chain to the stream's name. */
export const genesisHash = (stream: string): string => sha256(stream);

/** `sha256(previousHash ‖ content)`, base64url. */
export const chainHash = (previousHash: string, content: string): string => sha256(previousHash, content);

/**
 * The hash that a commit must have. Of the second format: `sha256(previousHash ‖ header ‖ events)`, where the header is
 * the JSON array `[format, stream, version, count, commitId, committedAt, state]`. Of the first: `sha256(previousHash ‖
 * events)`.
 */
export function commitHash(commit: Omit<Commit, 'hash' | 'request'>): string {
  const { format, stream, version, count, commitId, committedAt, state, previousHash, events } = commit;
  if (format === undefined) return chainHash(previousHash, events);
  return sha256(previousHash, JSON.stringify([format, stream, version, count, commitId, committedAt, state]), events);
}

/** 96 bits of SHA-256, base64url, which distinguish requests with the same key. */
export const requestDigest = (request: string): string => sha256(request).slice(0, 16);
