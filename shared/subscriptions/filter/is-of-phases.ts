/** Returns whether a filter selects changes of phase instead of events. */
export const isOfPhases = ({ kinds: [kind] = [] }: { readonly kinds?: readonly string[] | undefined }): boolean =>
  kind === 'phase';
