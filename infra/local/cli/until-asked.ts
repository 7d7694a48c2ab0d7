/** Ends when the process is asked to (Ctrl-C, SIGTERM); asked twice, the process ends at once. */
export async function untilAsked(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let times = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      times += 1;
      if (times > 1) process.exit(130);
      resolve();
    });
  }
  return promise;
}
