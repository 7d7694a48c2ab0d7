import type { VirtualTime } from '#tests/support/virtual-time.ts';

/** Milliseconds that one call to DynamoDB takes, by its kind. */
export interface Latencies {
  /** `GetItem`, `Query`, `BatchGetItem`. */
  readonly read: number;
  /** `PutItem`, `UpdateItem`, `DeleteItem`. */
  readonly put: number;
  /** `BatchWriteItem`, `BatchExecuteStatement`. */
  readonly batch: number;
  /** `TransactWriteItems`. */
  readonly transaction: number;
}

/** What is usual in one region of AWS. */
export const awsLatencies: Latencies = { read: 5, put: 8, batch: 12, transaction: 25 };

/**
 * How long the methods of a port take: as a kind of call does, or so many milliseconds for these arguments. None named:
 * no time.
 */
export type Durations<Port> = {
  readonly [Name in keyof Port]?: Port[Name] extends (...parameters: infer Parameters) => unknown
    ? keyof Latencies | ((...parameters: Parameters) => number)
    : never;
};

export interface Simulation {
  readonly clock: VirtualTime;
  readonly latencies: Latencies;
  /**
   * A port whose calls take their time: half of it passes before they have an effect, half after. A list takes it
   * before its first item.
   */
  readonly slow: <Port extends object>(port: Port, durations: Durations<Port>) => Port;
}

export interface SimulateOptions {
  readonly clock: VirtualTime;
  readonly latencies?: Latencies;
  /** A share of each duration by which a call may be shorter or longer, by chance; 0: all take the same time. */
  readonly jitter?: number;
  /** Numbers in [0, 1), from a seed, so that a run can be repeated. */
  readonly random?: () => number;
}

/** Puts stores in memory as far away as DynamoDB is, in virtual time. */
export function simulate({
  clock,
  latencies = awsLatencies,
  jitter = 0,
  random = () => 0.5,
}: SimulateOptions): Simulation {
  const half = async (milliseconds: number) => clock.pause((milliseconds / 2) * (1 + jitter * (2 * random() - 1)));

  async function* later(items: AsyncIterable<unknown>, milliseconds: number): AsyncGenerator {
    await clock.pause(milliseconds);
    yield* items;
  }
  const call = async (make: () => unknown, milliseconds: number): Promise<unknown> => {
    await half(milliseconds);
    const result: unknown = await make();
    await half(milliseconds);
    return result;
  };

  return {
    clock,
    latencies,
    slow: (port, durations) =>
      new Proxy(port, {
        get: (target, name, receiver) => {
          const member: unknown = Reflect.get(target, name, receiver);
          const duration = (durations as Record<string | symbol, Duration | undefined>)[name];
          if (typeof member !== 'function' || duration === undefined) return member;
          return (...parameters: unknown[]) => {
            const milliseconds = typeof duration === 'string' ? latencies[duration] : duration(...parameters);
            const make = (): unknown => Reflect.apply(member, target, parameters);
            return isGenerator(member)
              ? later(make() as AsyncIterable<unknown>, milliseconds)
              : call(make, milliseconds);
          };
        },
      }),
  };
}

type Duration = keyof Latencies | ((...parameters: unknown[]) => number);

const isGenerator = (member: object): boolean => member.constructor.name === 'AsyncGeneratorFunction';
