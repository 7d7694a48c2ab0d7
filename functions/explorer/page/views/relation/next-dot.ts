/** The dot that a key leads to from another one of so many; undefined: the key leads nowhere. */
export function nextDot(key: string, from: number, dots: number): number | undefined {
  if (from < 0 || dots === 0) return undefined;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(from + 1, dots - 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return dots - 1;
    default:
      return undefined;
  }
}
