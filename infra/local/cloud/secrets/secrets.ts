import { randomInt, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { runs } from '#infra/local/cloud/template/run-time-type.ts';
import { Refusal } from '#infra/local/refusal.ts';

const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

const secretProperties = z.strictObject({
  GenerateSecretString: z
    .strictObject({
      PasswordLength: z.number().default(32),
      ExcludeCharacters: z.string().default(''),
      ExcludeLowercase: z.boolean().default(false),
      ExcludeNumbers: z.boolean().default(false),
      ExcludePunctuation: z.boolean().default(false),
      ExcludeUppercase: z.boolean().default(false),
      IncludeSpace: z.boolean().default(false),
      /** Accepted: a long password holds every kind of character anyway. */
      RequireEachIncludedType: z.boolean().optional(),
      SecretStringTemplate: z.string().optional(),
      GenerateStringKey: z.string().optional(),
    })
    .optional(),
  SecretString: z.string().optional(),
  Name: z.string().optional(),
  Description: z.unknown().optional(),
  KmsKeyId: z.unknown().optional(),
  Tags: z.unknown().optional(),
});

export const secret = runs('AWS::SecretsManager::Secret', secretProperties);

type Generation = NonNullable<z.output<typeof secretProperties>['GenerateSecretString']>;

function password(how: Generation): string {
  const alphabet = [
    how.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    how.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    how.ExcludeNumbers ? '' : '0123456789',
    how.ExcludePunctuation ? '' : punctuation,
    how.IncludeSpace ? ' ' : '',
  ]
    .join('')
    .split('')
    .filter((character) => !how.ExcludeCharacters.includes(character));
  return Array.from({ length: how.PasswordLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}

function generate(how: Generation): string {
  if (how.SecretStringTemplate === undefined || how.GenerateStringKey === undefined) return password(how);
  const template = z.record(z.string(), z.unknown()).parse(JSON.parse(how.SecretStringTemplate));
  return JSON.stringify({ ...template, [how.GenerateStringKey]: password(how) });
}

/** A secret with its current value. */
export interface SecretValue {
  readonly arn: string;
  readonly name: string;
  readonly value: string;
  readonly version: string;
}

export interface Secrets {
  /** Reads a secret by its ARN or its name; `undefined`: there is none. */
  readonly read: (id: string) => SecretValue | undefined;
  /** Gives a secret another value, which is kept. */
  readonly put: (id: string, value: string) => SecretValue | undefined;
  /** Replaces each `{{resolve:secretsmanager:…}}` by the secret's value; other dynamic references are refused. */
  readonly dynamicReferences: (text: string) => string;
  /** Makes a secret known under its ARN and its name. */
  readonly define: (secret: { logicalId: string; arn: string; name: string; properties: unknown }) => void;
}

/** Secrets are generated once per data folder, as Secrets Manager generates them once per stack. */
export function secretStore(data: DataFolder): Secrets {
  const kept = z.record(z.string(), z.string()).parse(data.read('secrets.json') ?? {});
  const values = new Map<string, SecretValue & { readonly logicalId: string }>();

  const keep = (logicalId: string, { arn, name }: Pick<SecretValue, 'arn' | 'name'>, value: string): SecretValue => {
    if (kept[logicalId] !== value) {
      kept[logicalId] = value;
      data.write('secrets.json', kept);
    }
    const made = { logicalId, arn, name, value, version: randomUUID() };
    values.set(arn, made).set(name, made);
    return made;
  };

  const lookUp = (id: string, key: string): string => {
    const value = values.get(id)?.value;
    if (value === undefined) throw new Refusal(`The template refers to the secret ${id}, which it does not define`);
    return key === '' ? value : String(z.record(z.string(), z.unknown()).parse(JSON.parse(value))[key]);
  };

  return {
    define: ({ logicalId, arn, name, properties }) => {
      const { SecretString, GenerateSecretString } = secretProperties.parse(properties);
      const fresh = SecretString ?? kept[logicalId] ?? (GenerateSecretString && generate(GenerateSecretString));
      if (fresh === undefined) throw new Refusal(`${logicalId}: a secret without a value is not supported`);
      keep(logicalId, { arn, name }, fresh);
    },
    read: (id) => values.get(id),
    put: (id, value) => {
      const found = values.get(id);
      return found && keep(found.logicalId, found, value);
    },
    dynamicReferences: (text) => {
      if (!text.includes('{{resolve:')) return text;
      const resolved = text.replaceAll(
        /\{\{resolve:secretsmanager:(.+?)(?::SecretString(?::([^:}]*))?(?::[^:}]*)?(?::[^:}]*)?)?\}\}/g,
        (_match, id: string, key = '') => lookUp(id, String(key)),
      );
      if (resolved.includes('{{resolve:')) throw new Refusal(`The local cloud does not understand ${text}`);
      return resolved;
    },
  };
}
