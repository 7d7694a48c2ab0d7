import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { environment } from '#shared/environment.ts';
import { type RenewedKeys, secretsManagerClient, awsSecretKeys } from '#shared/aws-secret-keys.ts';
import { logWarning } from './log-warning.ts';

/**
 * Returns the keys in the secret that a variable of the environment names. Call their `renew` before each invocation.
 */
export const renewedKeys = (
  variable: 'CURSOR_KEYS_SECRET' | 'SEALING_KEYS_SECRET',
  client: SecretsManagerClient = secretsManagerClient(),
): RenewedKeys => awsSecretKeys(client, environment(variable), logWarning);
