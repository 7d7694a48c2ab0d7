/** The variables of a function's environment; a construct's `grant…` sets each together with its permission. */
export interface Environment {
  LEDGER_TABLE: string;
  DECISIONS_TABLE: string;
  FEED_TABLE: string;
  SEQUENCE_QUEUE_URL: string;
  CHECKPOINTS_TABLE: string;
  QUARANTINE_TABLE: string;
  READ_MODELS_TABLE: string;
  BUS_NAME: string;
  CURSOR_KEYS_SECRET: string;
  SUBSCRIPTIONS_TABLE: string;
  SUBSCRIPTION_TERMS_TABLE: string;
  DELIVERY_QUEUE_URL: string;
  SEALING_KEYS_SECRET: string;
  WEBHOOK_LOOPBACK: string;
  WEBHOOK_HOSTS: string;
  CONNECTIONS_TABLE: string;
  SOCKET_TERMS_TABLE: string;
  PUSH_QUEUE_URL: string;
  SOCKETS_URL: string;
  SOCKET_URL: string;
  TOKEN_ISSUER: string;
  TOKEN_KEYS_URL: string;
  CLIENTS: string;
  GROUPS: string;
  SIGN_IN_URL: string;
  EXPLORER_CLIENT: string;
  HEADS_BUCKET: string;
}

/** Reads one variable; throws at cold start when it is missing, so that a wrong deployment never serves a request. */
export function environment(name: keyof Environment): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`Environment variable ${name} is not set`);
  return value;
}
