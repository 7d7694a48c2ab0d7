import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in for the SDK's default provider chain in every bundle: Lambda passes a function its credentials in the environment,
 * and the chain's other links (profiles, SSO, instance metadata) are a fifth of the bundle. Renewed credentials come with a new process.
 */
export const defaultProvider = (): ReturnType<typeof fromEnv> => fromEnv();
