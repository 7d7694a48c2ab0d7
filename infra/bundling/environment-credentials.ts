import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Replaces the SDK's default provider chain in every bundle: Lambda passes credentials in the environment, and the
 * chain's other links (profiles, SSO, instance metadata) are a fifth of a bundle. Renewed credentials come with a new
 * process.
 */
export const defaultProvider = (): ReturnType<typeof fromEnv> => fromEnv();
