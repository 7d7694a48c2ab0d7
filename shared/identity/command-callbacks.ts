/** Ports of which `chancery login` takes the first that is free. */
export const commandPorts = [8976, 8977, 8978] as const;

/**
 * Returns the address on the user's own machine to which sign-in leads back when `chancery login` listens on a port.
 */
export const commandCallback = (port: number): string => `http://localhost:${port}/callback`;
