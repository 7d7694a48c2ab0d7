/** A person who can sign in to the local issuer, without a password. */
export interface Person {
  readonly username: string;
  readonly name: string;
  /** Names of the user pool's groups. */
  readonly groups: readonly string[];
}

/**
 * The people of the local issuer; their groups are those of `infra/stages/dev.json`. The first is who most want to be.
 */
export const localPeople: readonly [Person, ...Person[]] = [
  { username: 'analyst', name: 'local analyst', groups: ['analysts'] },
  { username: 'chief', name: 'local chief', groups: ['analysts', 'curators', 'operators'] },
  { username: 'operator', name: 'local operator', groups: ['operators'] },
  { username: 'partner', name: 'local partner', groups: ['partners'] },
  { username: 'guest', name: 'local guest', groups: [] },
];
