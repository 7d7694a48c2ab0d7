/** Where a build was at a time, in seconds. */
export interface Sample {
  readonly position: number;
  readonly at: number;
}

/** Seconds over which the rate is taken. */
const windowSeconds = 15;

/** The samples that the rate is taken of, with a new one. */
export const withSample = (samples: readonly Sample[], sample: Sample): Sample[] => [
  ...samples.filter(({ at }) => sample.at - at <= windowSeconds),
  sample,
];

/** How far a build has come, how fast it is of late, and how long the rest takes at that rate. */
export function progressText(build: string, head: number, samples: readonly Sample[]): string {
  const [oldest, newest] = [samples[0], samples.at(-1)];
  if (oldest === undefined || newest === undefined) return build;
  const share = head === 0 ? 100 : Math.min(Math.floor((newest.position / head) * 100), 100);
  const place = `${build}  ${count(newest.position)} of ${count(head)} (${share} %)`;
  const rate = (newest.position - oldest.position) / (newest.at - oldest.at);
  if (!(rate > 0)) return `${place}, waiting for its turn`;
  return `${place}, ${count(Math.round(rate))} events/s, ${duration((head - newest.position) / rate)} left`;
}

const count = (value: number): string => value.toLocaleString('en').replaceAll(',', ' ');

/** `45 s`, `12 min`, `3 h 20 min` */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(Math.max(seconds, 0))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
