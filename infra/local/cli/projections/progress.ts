/** The position of a generation at a time, in seconds. */
export interface Sample {
  readonly position: number;
  readonly at: number;
}

/** Seconds that the rate is averaged over. */
const windowSeconds = 15;

/** Adds a sample and drops those outside the window of the rate. */
export const withSample = (samples: readonly Sample[], sample: Sample): Sample[] => [
  ...samples.filter(({ at }) => sample.at - at <= windowSeconds),
  sample,
];

/** Describes how far a generation is, its recent rate, and how long the rest takes at that rate. */
export function progressText(generation: string, head: number, samples: readonly Sample[]): string {
  const [oldest, newest] = [samples[0], samples.at(-1)];
  if (oldest === undefined || newest === undefined) return generation;
  const share = head === 0 ? 100 : Math.min(Math.floor((newest.position / head) * 100), 100);
  const place = `${generation}  ${count(newest.position)} of ${count(head)} (${share} %)`;
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
