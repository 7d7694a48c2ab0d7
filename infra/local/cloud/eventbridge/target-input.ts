import { Refusal } from '#infra/local/cloud/template/refusal.ts';

/** What EventBridge delivers to targets. */
export interface Envelope {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

export interface TargetInput {
  readonly Input?: string | undefined;
  readonly InputPath?: string | undefined;
  readonly InputTransformer?: { InputTemplate: string; InputPathsMap: Record<string, string> } | undefined;
}

/** How a rule's target turns the event into its input; the whole event unless the target says otherwise. */
export function targetInput({ Input, InputPath, InputTransformer }: TargetInput, ruleArn: string) {
  if (Input !== undefined) {
    const fixed: unknown = JSON.parse(Input);
    return (): unknown => fixed;
  }
  if (InputPath !== undefined) return jsonPath(InputPath);
  if (InputTransformer === undefined) return (event: Envelope): unknown => event;

  const paths = Object.entries(InputTransformer.InputPathsMap).map(([name, path]) => [name, jsonPath(path)] as const);
  return (event: Envelope): unknown => {
    const values = new Map<string, unknown>(paths.map(([name, path]) => [name, path(event)]));
    values.set('aws.events.rule-arn', ruleArn);
    values.set('aws.events.rule-name', ruleArn.split('/').at(-1));
    values.set('aws.events.event.ingestion-time', event.time);
    values.set('aws.events.event', event);
    values.set('aws.events.event.json', event);
    return fill(InputTransformer.InputTemplate, values);
  };
}

/** `$.detail.members[0].name`: names and indexes only; anything else is refused. */
function jsonPath(path: string): (event: unknown) => unknown {
  if (!/^\$(\.[\w-]+|\[\d+\])*$/.test(path)) throw new Refusal(`The local cloud does not understand the path ${path}`);
  const steps = Array.from(path.matchAll(/[\w-]+/g), ([step]) => step);
  return (event) => steps.reduce((value: unknown, step) => Object(value)[step] as unknown, event);
}

/** Inside quotation marks a value is put in as text, elsewhere as JSON; a template that is no JSON object is one text. */
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
