import type { PushPorts } from '#shared/subscriptions/sockets/push.ts';
import { Killed } from './mortal.ts';

/** A call that failed though its process lives on; whether it had an effect is not said. */
export class Failed extends Error {}

/**
 * The ports of one push, each of whose calls may fail, before its effect or after it, or be the last one of its
 * process: from then on nothing that it does has an effect.
 */
export function failingProcess(ports: PushPorts, random: () => number, risk: number): PushPorts {
  let dead = false;
  const mayFail = (): void => {
    if (dead) throw new Killed('It is dead already');
    if (random() >= risk) return;
    dead = random() < 0.5;
    throw dead ? new Killed('now') : new Failed();
  };
  const failing = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]): Promise<unknown> => {
          mayFail();
          const answer: unknown = await Reflect.apply(member, target, args);
          while (random() < 0.3) await new Promise(setImmediate);
          mayFail();
          return answer;
        };
      },
    });
  const { connections, feed, sockets, checkpoints, trigger } = ports;
  return {
    ...ports,
    connections: failing(connections),
    feed: failing(feed),
    sockets: failing(sockets),
    checkpoints: failing(checkpoints),
    trigger: failing({ trigger }).trigger,
  };
}
