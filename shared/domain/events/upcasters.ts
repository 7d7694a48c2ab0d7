/** Turns an event of one schema version into one of the next; it may also change the type. */
export type Upcaster = (
  event: Readonly<Record<string, unknown>>,
) => { readonly type?: string } & Readonly<Record<string, unknown>>;

/** Upcasters by event type and by the version that they start from. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcaster>>>>;

export const upcasters: Upcasters = {
  AmbassadorRecalled: {
    // Version 1 did not record whether the ambassador was to return.
    1: (event) => ({ ...event, recall: 'unstated' }),
  },
};
