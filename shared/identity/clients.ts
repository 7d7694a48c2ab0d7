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

/** Reads the environment variable that lists the clients, as the stack writes it. */
export const clientsFrom = (text: string): Clients => {
  const listed = JSON.parse(text) as readonly (KnownClient & { readonly id: string })[];
  return new Map(listed.map(({ id, ...client }) => [id, client]));
};
