/** What a figure should be; absent where there is no promise to hold. */
export type Target = { readonly atLeast: number } | { readonly atMost: number };

/** One measured number. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly measured: number;
  readonly target?: Target;
  /** Present when there is a target. */
  readonly met?: boolean;
}

/** A figure, held against its target as it is shown: to three significant digits. */
export function figure(name: string, unit: string, value: number, target?: Target): Figure {
  const measured = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
  return target === undefined
    ? { name, unit, measured }
    : { name, unit, measured, target, met: meets(measured, target) };
}

const meets = (measured: number, target: Target): boolean =>
  'atLeast' in target ? measured >= target.atLeast : measured <= target.atMost;
