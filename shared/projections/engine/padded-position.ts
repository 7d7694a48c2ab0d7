/** A position as a part of a sort key. */
export const paddedPosition = (position: number): string => String(position).padStart(12, '0');
