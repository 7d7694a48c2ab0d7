import * as z from 'zod';

/** A client whose tokens are accepted. */
export interface KnownClient {
  readonly name: string;
  /** Absent: people sign in with it, and bring their own. */
  readonly organisation?: string | undefined;
  /** The scopes that its tokens can have at most. */
  readonly scopes: readonly string[];
}

/** The clients of a deployment, by the id that tokens have. */
export type Clients = ReadonlyMap<string, KnownClient>;

const Listed = z.array(
  z.object({ id: z.string(), name: z.string(), organisation: z.string().optional(), scopes: z.array(z.string()) }),
);

/** Reads the environment variable that lists the clients. */
export const clientsFrom = (text: string): Clients =>
  new Map(Listed.parse(JSON.parse(text)).map(({ id, ...client }) => [id, client]));
