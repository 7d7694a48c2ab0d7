/** Milliseconds after which a connection, and a call, that gets no response is given up. */
const connectionTimeout = 1000;
const requestTimeout = 5000;

/**
 * Settings of every AWS client. Without `throwOnRequestTimeout` the SDK's Node handler only logs that a call takes too
 * long, and waits on.
 */
export const callTimeouts = { connectionTimeout, requestTimeout, throwOnRequestTimeout: true } as const;
