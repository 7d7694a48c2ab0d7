import type { EventBridgeEvent } from 'aws-lambda';
import { Refusal } from '#infra/local/refusal.ts';

/** An event as EventBridge delivers it to targets. */
export type BusEvent = EventBridgeEvent<string, unknown>;

export interface TargetInput {
  readonly Input?: string | undefined;
  readonly InputPath?: string | undefined;
  readonly InputTransformer?: { InputTemplate: string; InputPathsMap: Record<string, string> } | undefined;
}

/**
 * Compiles the input of a rule's target: a constant, a part of the event, a template, or by default the whole event.
 */
export function targetInput({ Input, InputPath, InputTransformer }: TargetInput, ruleArn: string) {
  if (Input !== undefined) {
    const fixed: unknown = JSON.parse(Input);
    return (): unknown => fixed;
  }
  if (InputPath !== undefined) return jsonPath(InputPath);
  if (InputTransformer === undefined) return (event: BusEvent): unknown => event;

  const paths = Object.entries(InputTransformer.InputPathsMap).map(([name, path]) => [name, jsonPath(path)] as const);
  return (event: BusEvent): unknown => {
    const values = new Map<string, unknown>(paths.map(([name, path]) => [name, path(event)]));
    values.set('aws.events.rule-arn', ruleArn);
    values.set('aws.events.rule-name', ruleArn.split('/').at(-1));
    values.set('aws.events.event.ingestion-time', event.time);
    values.set('aws.events.event', event);
    values.set('aws.events.event.json', event);
    return fill(InputTransformer.InputTemplate, values);
  };
}

/** Compiles `$.detail.members[0].name`: names and indexes only; throws a `Refusal` for anything else. */
function jsonPath(path: string): (event: unknown) => unknown {
  if (!/^\$(\.[\w-]+|\[\d+\])*$/.test(path)) throw new Refusal(`The local cloud does not understand the path ${path}`);
  const steps = Array.from(path.matchAll(/[\w-]+/g), ([step]) => step);
  return (event) => steps.reduce((value: unknown, step) => Object(value)[step] as unknown, event);
}

/** Fills a template with values, as text inside quotation marks and as JSON elsewhere. */
function fill(template: string, values: ReadonlyMap<string, unknown>): unknown {
  let quoted = false;
  const filled = template.replaceAll(/\\.|"|<([\w.-]+)>/gs, (match, name?: string) => {
    if (match === '"') quoted = !quoted;
    if (name === undefined || !values.has(name)) return match;
    const value = values.get(name);
    if (!quoted) return JSON.stringify(value ?? null);
    const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
    return JSON.stringify(text).slice(1, -1);
  });
  try {
    return JSON.parse(filled);
  } catch {
    throw new Error(`The input template gives no JSON: ${filled}`);
  }
}
