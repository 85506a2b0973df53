import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createReplyIds } from './reply-id.ts';

const place = { threadId: 't', mentionId: 'm' };
const storageOf = (kept = new Map<string, string>()) => ({
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
  removeItem: (name: string) => void kept.delete(name),
});
const forbidden = () => {
  throw new Error('SecurityError');
};

describe('the id of an answer being written', () => {
  it('is the same however often it is sent, also after the page was loaded anew', () => {
    const storage = storageOf();
    const ids = createReplyIds(() => storage);
    const id = ids.idFor(place);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(ids.idFor(place)).toBe(id);
    expect(createReplyIds(() => storage).idFor(place)).toBe(id);
  });

  it('is another once the server has the first, and for every other message', () => {
    const storage = storageOf();
    const ids = createReplyIds(() => storage);
    const first = ids.idFor(place);
    expect(ids.idFor({ ...place, mentionId: 'other' })).not.toBe(first);
    ids.forget(place);
    expect(ids.idFor(place)).not.toBe(first);
  });

  it('holds for the window where nothing may be stored', () => {
    const ids = createReplyIds(forbidden);
    const first = ids.idFor(place);
    expect(ids.idFor(place)).toBe(first);
    ids.forget(place);
    expect(ids.idFor(place)).not.toBe(first);
  });

  it('is what the composer sends: no id is made at the pressing of a button', () => {
    const composer = readFileSync(fileURLToPath(new URL('./composer.tsx', import.meta.url)), 'utf8');
    expect(composer).not.toContain('randomUUID');
    expect(composer).toContain('replyIds.idFor(');
  });
});
