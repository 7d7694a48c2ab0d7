import type { Template } from './assembly.ts';
import { Refusal } from '#infra/local/refusal.ts';

export interface IntrinsicScope {
  readonly template: Pick<Template, 'Parameters' | 'Mappings' | 'Conditions'>;
  /** Values of `AWS::Region` and its kind, by name. */
  readonly pseudoParameters: Readonly<Record<string, string>>;
  /** What `Ref` gives for a resource; `undefined` when there is no such resource. */
  readonly reference: (logicalId: string) => string | undefined;
  /** What `Fn::GetAtt` gives; throws a `Refusal` when the attribute is not known. */
  readonly attribute: (logicalId: string, attribute: string) => string;
}

export interface Intrinsics {
  /** The value with every intrinsic function replaced; `undefined` for `AWS::NoValue`. */
  readonly resolve: (value: unknown) => unknown;
  readonly condition: (name: string) => boolean;
}

/** Evaluates CloudFormation's intrinsic functions; a function that is not understood is refused by name. */
export function intrinsics(scope: IntrinsicScope): Intrinsics {
  const text = (value: unknown): string => {
    const resolved = resolve(value);
    if (typeof resolved === 'string') return resolved;
    if (typeof resolved === 'number' || typeof resolved === 'boolean') return String(resolved);
    throw new Refusal(`Expected text in the template but found ${JSON.stringify(value)}`);
  };

  const list = (value: unknown): unknown[] => {
    const resolved = resolve(value);
    if (Array.isArray(resolved)) return resolved;
    throw new Refusal(`Expected a list in the template but found ${JSON.stringify(value)}`);
  };

  const reference = (name: string): unknown => {
    if (name === 'AWS::NoValue') return undefined;
    const parameter = scope.template.Parameters?.[name];
    const value = scope.pseudoParameters[name] ?? scope.reference(name) ?? parameter?.Default;
    if (value === undefined) throw new Refusal(`The template refers to ${name}, which is neither a resource nor known`);
    return value;
  };

  const attribute = (argument: unknown): string => {
    const [logicalId = '', ...path] =
      typeof argument === 'string' ? argument.split('.') : list(argument).map((part) => text(part));
    return scope.attribute(logicalId, path.join('.'));
  };

  const substitute = (argument: unknown): string => {
    const [template, variables = {}] = Array.isArray(argument) ? argument : [argument];
    if (typeof template !== 'string' || !isRecord(variables))
      throw new Refusal(`Fn::Sub is not understood: ${JSON.stringify(argument)}`);
    return template.replaceAll(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
      if (literal === '!') return `\${${name}}`;
      if (Object.hasOwn(variables, name)) return text(variables[name]);
      return name.includes('.') ? attribute(name) : String(reference(name));
    });
  };

  const condition = (name: string): boolean => {
    const definition = scope.template.Conditions?.[name];
    if (definition === undefined) throw new Refusal(`The template has no condition ${name}`);
    return test(definition);
  };

  const test = (value: unknown): boolean => {
    if (isRecord(value) && typeof value['Condition'] === 'string') return condition(value['Condition']);
    const resolved = resolve(value);
    if (resolved === true || resolved === 'true') return true;
    if (resolved === false || resolved === 'false') return false;
    throw new Refusal(`Expected a condition in the template but found ${JSON.stringify(value)}`);
  };

  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (argument) => reference(String(argument)),
    'Fn::GetAtt': attribute,
    'Fn::Join': (argument) => {
      const [separator, pieces] = parts(argument);
      return list(pieces)
        .map((piece) => text(piece))
        .join(text(separator));
    },
    'Fn::Sub': substitute,
    'Fn::Select': (argument) => {
      const [index, choices] = parts(argument);
      const chosen = list(choices)[Number(resolve(index))];
      if (chosen === undefined) throw new Refusal(`Fn::Select has no element ${JSON.stringify(index)}`);
      return chosen;
    },
    'Fn::Split': (argument) => {
      const [separator, whole] = parts(argument);
      return text(whole).split(text(separator));
    },
    'Fn::Base64': (argument) => Buffer.from(text(argument)).toString('base64'),
    'Fn::FindInMap': (argument) => {
      const [map = '', first = '', second = ''] = parts(argument).map((part) => text(part));
      const found = scope.template.Mappings?.[map]?.[first]?.[second];
      if (found === undefined) throw new Refusal(`Fn::FindInMap finds nothing at ${map}.${first}.${second}`);
      return found;
    },
    'Fn::If': (argument) => {
      const [name, whenTrue, whenFalse] = parts(argument);
      return resolve(condition(String(name)) ? whenTrue : whenFalse);
    },
    'Fn::Equals': (argument) => {
      const [left, right] = parts(argument).map((part) => JSON.stringify(resolve(part)));
      return left === right;
    },
    'Fn::And': (argument) => parts(argument).every(test),
    'Fn::Or': (argument) => parts(argument).some(test),
    'Fn::Not': (argument) => !parts(argument).every(test),
  };

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((element) => element !== undefined);
    if (!isRecord(value)) return value;
    const [key = '', ...others] = Object.keys(value);
    if (others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))) {
      const apply = functions[key];
      if (apply === undefined) throw new Refusal(`The local cloud does not understand ${key}`);
      return apply(value[key]);
    }
    const entries = Object.entries(value).map(([name, member]) => [name, resolve(member)] as const);
    return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
  };

  return { resolve, condition };
}

function parts(argument: unknown): unknown[] {
  if (Array.isArray(argument)) return argument;
  throw new Refusal(`Expected arguments in a list but found ${JSON.stringify(argument)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
