/** The parts of an OpenAPI 3.1 document that the reference shows. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
};

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export type Operation = {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Content }>
  >;
};

export type OpenApi = {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
};

export type Endpoint = { readonly method: string; readonly path: string; readonly operation: Operation };

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Every method of every path, by the room that it belongs to (its first tag, '' when it has none). */
export const endpointsByRoom = (document: OpenApi): ReadonlyMap<string, readonly Endpoint[]> => {
  const all = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => methods.has(method))
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  return Map.groupBy(all, ({ operation }) => operation.tags?.[0] ?? '');
};

export const jsonSchemaOf = (content: Content | undefined): Schema | undefined =>
  Object.entries(content ?? {}).find(([type]) => type.includes('json'))?.[1].schema;

const named = (schema: Schema): string | undefined => schema.$ref?.split('/').at(-1);

const resolve = (document: OpenApi, schema: Schema): Schema => {
  const name = named(schema);
  return (name && document.components?.schemas?.[name]) || schema;
};

/** A schema as somebody would write it down: `{ name: string, roles?: [string] }`, three levels deep. */
export const sketch = (document: OpenApi, schema: Schema, depth = 0): string => {
  const real = resolve(document, schema);
  const name = named(schema);
  if (name && depth > 0) return name;
  if (real.const !== undefined) return JSON.stringify(real.const);
  if (real.enum) return real.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = real.anyOf ?? real.oneOf;
  if (choices) return choices.map((choice) => sketch(document, choice, depth + 1)).join(' | ');
  if (real.allOf) return real.allOf.map((part) => sketch(document, part, depth)).join(' & ');
  if (real.items) return `[${sketch(document, real.items, depth + 1)}]`;
  if (real.properties) return sketchObject(document, real, depth);
  if (typeof real.additionalProperties === 'object') {
    return `{ [name]: ${sketch(document, real.additionalProperties, depth + 1)} }`;
  }
  const type = typeof real.type === 'string' ? real.type : (real.type?.join(' | ') ?? 'any');
  return real.format ? `${type} (${real.format})` : type;
};

const sketchObject = (document: OpenApi, schema: Schema, depth: number): string => {
  if (depth > 3) return '{ … }';
  const pad = '  '.repeat(depth + 1);
  const lines = Object.entries(schema.properties ?? {}).map(
    ([name, property]) =>
      `${pad}${name}${schema.required?.includes(name) ? '' : '?'}: ${sketch(document, property, depth + 1)}`,
  );
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
};
