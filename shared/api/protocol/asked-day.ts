/** The day that a register is asked about: the one that is named, or that of the instant as of which, or today (UTC). */
export const askedDay = (
  { on, asOf }: { readonly on?: string | undefined; readonly asOf?: string | undefined },
  now: Date,
): string => on ?? (asOf ?? now.toISOString()).slice(0, 10);
