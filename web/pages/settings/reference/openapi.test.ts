import { describe, expect, it } from 'vitest';
import { endpointsByRoom, type OpenApi, sketch } from './openapi.ts';

const document: OpenApi = {
  info: { version: '1' },
  paths: {
    '/api/me': { get: { tags: ['people'] }, patch: { tags: ['people'] } },
    '/health': { get: {} },
  },
  components: { schemas: { Note: { properties: { body: { type: 'string' } }, required: ['body'] } } },
};

describe('the API reference', () => {
  it('gathers the methods of each path by room', () => {
    const rooms = endpointsByRoom(document);
    expect(rooms.get('people')?.map(({ method }) => method)).toEqual(['GET', 'PATCH']);
    expect(rooms.get('')?.map(({ path }) => path)).toEqual(['/health']);
  });

  it('writes a shape down as a person would', () => {
    const schema = {
      properties: {
        state: { enum: ['open', 'done'] },
        at: { type: 'string', format: 'date-time' },
        notes: { items: { $ref: '#/components/schemas/Note' } },
      },
      required: ['state'],
    };
    expect(sketch(document, schema)).toBe(
      '{\n  state: "open" | "done"\n  at?: string (date-time)\n  notes?: [Note]\n}',
    );
  });

  it('opens a named shape when it stands by itself', () => {
    expect(sketch(document, { $ref: '#/components/schemas/Note' })).toBe('{\n  body: string\n}');
  });

  it('does not follow a shape that contains itself', () => {
    const looping: OpenApi = {
      ...document,
      components: { schemas: { Tree: { properties: { child: { $ref: '#/components/schemas/Tree' } } } } },
    };
    expect(sketch(looping, { $ref: '#/components/schemas/Tree' })).toBe('{\n  child?: Tree\n}');
  });
});
