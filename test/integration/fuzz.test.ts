import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, type Parameter, readOpenApi, type Schema } from '../harness/openapi.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';

const TRIES_PER_ROUTE = 15;

let test: TestHouse;
let company: TestCompany;
let operations: readonly Operation[];
let resolve: (schema: Schema) => Schema;

beforeAll(async () => {
  test = await startTestHouse();
  company = await test.company('Cantina Valdorsa');
  ({ operations, resolve } = await readOpenApi(test.url));
});
afterAll(() => test.stop());

/** Texts as people, programs and attackers send them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '%00',
    '%',
    "'; drop table mentions; --",
    '../../etc/passwd',
    '<svg onload=alert(1)>',
    '\u202e',
    'a'.repeat(20_000),
    '-1',
    '1e999',
    'NaN',
    'null',
    '2026-02-30',
    '99999999-9999-9999-9999-999999999999',
  ),
);

const anyJson = fc.jsonValue({ maxDepth: 3 });

/** Mostly of the shape asked for, so that it gets past the first look; each part may be anything. */
const fitting = (given: Schema, depth = 0): fc.Arbitrary<unknown> => {
  const schema = resolve(given);
  if (depth > 5) return anyJson;
  const options = schema.anyOf ?? schema.oneOf;
  if (options && options.length > 0) return fc.oneof(...options.map((one) => fitting(one, depth + 1)));
  if (schema.enum) return fc.oneof(fc.constantFrom(...schema.enum), anyText);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) return fittingObject(schema, depth);
  if (type === 'array') return fc.array(fitting(schema.items ?? {}, depth + 1), { maxLength: 4 });
  if (type === 'integer' || type === 'number') return fc.oneof(fc.integer(), fc.double(), anyText);
  if (type === 'boolean') return fc.oneof(fc.boolean(), anyText);
  if (schema.format === 'uuid') return fc.oneof(fc.uuid(), anyText);
  if (schema.format === 'date-time')
    return fc.oneof(
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      anyText,
    );
  return type === 'string' ? anyText : anyJson;
};

const fittingObject = (schema: Schema, depth: number): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, one]) => [
        name,
        fc.oneof({ weight: 6, arbitrary: fitting(one, depth + 1) }, { weight: 1, arbitrary: anyJson }),
      ]),
    ),
    { requiredKeys: schema.required ? [...schema.required] : [] },
  );

const anyParameter = (parameter: Parameter): fc.Arbitrary<string> => {
  if (parameter.name === 'workspaceId') return fc.constant(company.workspaceId);
  return fc
    .oneof(fitting(parameter.schema ?? {}).map(String), fc.uuid(), anyText)
    .map((text) => text.slice(0, 4_000));
};

type Attempt = { readonly parameters: readonly string[]; readonly body: unknown };

const attempts = (operation: Operation): fc.Arbitrary<Attempt> =>
  fc.record({
    parameters: fc.tuple(...operation.parameters.map(anyParameter)),
    body: operation.body
      ? fc.oneof({ weight: 5, arbitrary: fitting(operation.body) }, { weight: 1, arbitrary: anyJson })
      : fc.constant(undefined),
  });

const addressOf = (operation: Operation, values: readonly string[]): string => {
  const query = new URLSearchParams();
  let path = operation.path;
  operation.parameters.forEach((parameter, index) => {
    const value = (values[index] ?? '').toWellFormed();
    if (parameter.in === 'path')
      path = path.replace(`{${parameter.name}}`, encodeURIComponent(value) || '%20');
    if (parameter.in === 'query') query.set(parameter.name, value);
  });
  return `${path}?${query}`;
};

const knock = (operation: Operation, attempt: Attempt): Promise<Response> =>
  company.as(addressOf(operation, attempt.parameters), {
    method: operation.method,
    signal: AbortSignal.timeout(10_000),
    ...(operation.body
      ? { body: JSON.stringify(attempt.body) ?? '', headers: { 'content-type': 'application/json' } }
      : {}),
  });

/** These would end the very session that we knock with, or never answer: they have tests of their own. */
const apart = (operation: Operation): boolean =>
  operation.path.endsWith('/live') ||
  (operation.method === 'DELETE' && /sessions|members/.test(operation.path)) ||
  operation.path === '/health';

/** A server that stops reading and closes has refused as well: what it said first may not reach whoever still sends. */
const statusOf = async (operation: Operation, address: string, body: string): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  try {
    const response = await company.as(address, { method: operation.method, body, headers });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    if (body.length > 1_000_000) return 413;
    throw error;
  }
};

describe('bad input to any route', () => {
  it('is refused with a problem that names the field, and never meets a bug of ours', {
    timeout: 180_000,
  }, async () => {
    const bugs: string[] = [];
    const nameless: string[] = [];
    for (const operation of operations.filter((one) => !apart(one))) {
      for (const attempt of fc.sample(attempts(operation), { numRuns: TRIES_PER_ROUTE, seed: 4321 })) {
        const response = await knock(operation, attempt);
        const text = await response.text();
        const where = `${operation.method} ${operation.path} ${JSON.stringify(attempt).slice(0, 300)}`;
        if (response.status >= 500) bugs.push(`${response.status} ${where}`);
        if (
          response.status >= 400 &&
          !response.headers.get('content-type')?.startsWith('application/problem+json')
        )
          nameless.push(`${response.status} ${where} ${text.slice(0, 80)}`);
        if (response.status === 400 && operation.body && !text.includes('"path"'))
          nameless.push(`${where} ${text.slice(0, 200)}`);
      }
    }
    expect(bugs).toEqual([]);
    expect(nameless).toEqual([]);
  });

  it('is refused when the body is not JSON, is cut, or is huge', async () => {
    const writing = operations.filter(({ body }) => body);
    expect(writing.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const operation of writing) {
      const address = addressOf(
        operation,
        operation.parameters.map(({ name }) =>
          name === 'workspaceId' ? company.workspaceId : crypto.randomUUID(),
        ),
      );
      for (const body of ['', '{', 'pane', '\u0000', `{"x":"${'a'.repeat(2_000_000)}"}`]) {
        const status = await statusOf(operation, address, body);
        if (status < 400 || status >= 500)
          wrong.push(`${operation.method} ${operation.path} ${body.slice(0, 10)}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect((await company.as('/api/me')).status).toBe(200);
  });
});
