import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { callTimeouts } from './aws-client-settings.ts';
import { type Keys, keysIn } from './keys.ts';

/** Keys that are read from a secret at the first invocation, and again after `keysLiveMs`. */
export interface RenewedKeys {
  /** The keys as they were read last; throws before `renew` was called. */
  readonly keys: Keys;
  /**
   * Reads the secret the first time and five minutes after the last. Keeps the former keys when that fails; throws if
   * there are none.
   */
  readonly renew: () => Promise<void>;
}

/** The time, in milliseconds, after which a running function reads a secret again. */
export const keysLiveMs = 5 * 60_000;
/** The pause after a failure, in milliseconds: each attempt may take seconds of an invocation. */
const afterFailureMs = 30_000;

/** Makes the client of Secrets Manager of a function. */
export const secretsManagerClient = (): SecretsManagerClient =>
  new SecretsManagerClient({ requestHandler: callTimeouts });

/**
 * Returns the keys in a secret of Secrets Manager. `logWarning` is called with a failure after which the former keys
 * are kept.
 */
export function awsSecretKeys(
  client: Pick<SecretsManagerClient, 'send'>,
  secret: string,
  logWarning: (message: string, error: unknown) => void,
  now: () => number = Date.now,
): RenewedKeys {
  let known: ReturnType<Keys> | undefined;
  let readAgainAt = 0;
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    try {
      const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secret }));
      known = keysIn(SecretString);
      readAgainAt = now() + keysLiveMs;
    } catch (error) {
      if (known === undefined) throw error;
      readAgainAt = now() + afterFailureMs;
      logWarning('A secret could not be read again: the former keys are used', error);
    }
  };

  return {
    keys: () => {
      if (known === undefined) throw new Error('The keys were not read yet');
      return known;
    },
    renew: async () => {
      if (known !== undefined && now() < readAgainAt) return;
      reading ??= read().finally(() => (reading = undefined));
      await reading;
    },
  };
}
