/** The day of a query of lifecycles: the one that it names, or that of `asOf`, or today (UTC). */
export const askedDay = (
  { on, asOf }: { readonly on?: string | undefined; readonly asOf?: string | undefined },
  now: Date,
): string => on ?? (asOf ?? now.toISOString()).slice(0, 10);
