import type { oas32 } from 'zod-openapi';

type Parameter = oas32.ParameterObject | oas32.ReferenceObject;

/** Moves each parameter that several operations have alike into the components; the operations then refer to it. */
export function withSharedParameters(document: oas32.OpenAPIObject): oas32.OpenAPIObject {
  const items = Object.entries(document.paths ?? {}).map(([path, item]) => [path, operationsOf(item)] as const);
  const described = items.flatMap(([, operations]) => operations.flatMap(([, { parameters = [] }]) => parameters));
  const { components = {} } = document;
  const shared = sharedParameters(described.map((parameter) => describedOnce(parameter, components)));
  const reference = (parameter: Parameter): Parameter => {
    const once = describedOnce(parameter, components);
    const key = shared.get(JSON.stringify(once))?.key;
    return key === undefined ? once : { $ref: `#/components/parameters/${key}` };
  };
  const referring = ([method, operation]: [string, oas32.OperationObject]) => [
    method,
    { ...operation, ...(operation.parameters && { parameters: operation.parameters.map(reference) }) },
  ];
  return {
    ...document,
    paths: Object.fromEntries(items.map(([path, operations]) => [path, Object.fromEntries(operations.map(referring))])),
    components: {
      ...components,
      parameters: Object.fromEntries([...shared.values()].map(({ key, parameter }) => [key, parameter])),
    },
  };
}

const operationsOf = (item: oas32.PathItemObject): [string, oas32.OperationObject][] => Object.entries(item);

interface Shared {
  readonly key: string;
  readonly parameter: oas32.ParameterObject;
}

/**
 * Returns the parameters that occur more than once, by their JSON. The key of one is its name; where several have a
 * name, the most frequent one has the name alone, and the others have a number behind it.
 */
function sharedParameters(parameters: readonly Parameter[]): ReadonlyMap<string, Shared> {
  const shared = new Map<string, Shared>();
  const named = new Map<string, number>();
  const alike = [...Map.groupBy(parameters, (parameter) => JSON.stringify(parameter))];
  for (const [json, [parameter, ...others]] of alike.toSorted(([, one], [, other]) => other.length - one.length)) {
    if (parameter === undefined || !('name' in parameter) || others.length === 0) continue;
    const { name } = parameter;
    const place = (named.get(name) ?? 0) + 1;
    named.set(name, place);
    shared.set(json, { key: place === 1 ? name : `${name}-${place}`, parameter });
  }
  return shared;
}

/**
 * A parameter whose schema does not repeat its description, and which does not repeat that of a schema it refers to.
 */
function describedOnce(parameter: Parameter, { schemas = {} }: oas32.ComponentsObject): Parameter {
  if (!('name' in parameter) || typeof parameter.schema !== 'object') return parameter;
  const { $ref = '' } = parameter.schema as { readonly $ref?: string };
  const referred = schemas[$ref.replace('#/components/schemas/', '')];
  if (typeof referred === 'object' && 'description' in referred && referred.description === parameter.description) {
    const { description: _repeated, ...rest } = parameter;
    return rest;
  }
  if (parameter.schema.description === undefined) return parameter;
  const { description, ...schema } = parameter.schema;
  return { ...parameter, description: parameter.description ?? description, schema };
}
