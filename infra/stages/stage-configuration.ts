import * as z from 'zod';
import { resourceServer, type Scope, scopeNames } from '#shared/identity/scopes.ts';
import dev from './dev.json' with { type: 'json' };
import local from './local.json' with { type: 'json' };
import prod from './prod.json' with { type: 'json' };

/** A name of a client, a group or an organisation, as tokens and records have it. */
const name = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/, 'expected 2 to 32 lower-case letters, digits and hyphens');

const scopes = z
  .array(z.enum(scopeNames.map((scope) => scope.slice(resourceServer.length + 1))))
  .min(1)
  .transform((names) => names.map((one) => `${resourceServer}/${one}` as Scope));

const member = z.strictObject({ name, organisation: name, scopes });
const members = z
  .array(member)
  .refine((all) => new Set(all.map((one) => one.name)).size === all.length, 'expected each name once');

/** An address that a person returns to; as with Cognito, plain http only on one's own machine. */
const address = z.string().regex(/^(https:\/\/|http:\/\/localhost[:/])/, 'expected https://… or http://localhost…');

/** A host, or all below one. */
const host = z
  .string()
  .max(60)
  .regex(/^(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}$/, 'expected a host such as hooks.example.org or *.example.org');

const bucketName = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/);

/** The environment of one function holds them all. */
const mostMembers = 12;

const StageConfiguration = z.strictObject({
  /**
   * Programs that sign in with client credentials: each a client of the user pool, with only its scopes. The first
   * signs in by default locally.
   */
  clients: members
    .min(1)
    .max(mostMembers)
    .refine((all) => all.every((one) => one.name !== 'explorer'), 'expected another name than explorer, the page'),
  /** Groups of people who sign in to the explorer. */
  groups: members.max(mostMembers),
  /** Where sign-in and sign-out lead back to, besides the API's own `/explore`. */
  explorer: z.strictObject({ callbackUrls: z.array(address).max(10), logoutUrls: z.array(address).max(10) }),
  /** The hosts that webhooks may lead to; `*.example.org` stands for all below it. */
  webhookHosts: z.union([z.literal('any'), z.array(host).max(20)], 'expected "any" or a list of at most 20 hosts'),
  /**
   * Whose key encrypts data at rest: AWS's own, or one of the account, which costs $1 a month and whose use can be seen
   * and ended.
   */
  encryption: z.enum(['aws', 'customer']).default('aws'),
  /**
   * Where the head of the feed is noted each hour: in a bucket of the stack whose objects nobody can change or delete
   * for so many days, or in one that another account has opened to this one. Absent: nowhere.
   */
  notedHeads: z
    .union(
      [z.strictObject({ retentionDays: z.int().min(1).max(36_500) }), z.strictObject({ bucket: bucketName })],
      'expected {"retentionDays": 1 to 36500} or {"bucket": "its name"}',
    )
    .optional(),
});

/** What is configured for a stage: who may call, and what with. */
export type StageConfiguration = z.infer<typeof StageConfiguration>;

/** Reads the configuration of a stage; throws with the field's place and what was expected. */
export function readConfiguration(file: string, configuration: unknown): StageConfiguration {
  const read = StageConfiguration.safeParse(configuration);
  if (read.success) return read.data;
  const violations = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`infra/stages/${file} cannot be used: ${violations.join('; ')}`);
}

export const stageConfigurations = {
  dev: () => readConfiguration('dev.json', dev),
  /** What the local cloud runs: dev, with clients of several organisations, which cost nothing there. */
  local: () => readConfiguration('local.json', { ...dev, ...local }),
  prod: () => readConfiguration('prod.json', prod),
};
