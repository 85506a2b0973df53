import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { API_KEY_PATTERN, composeApiKey, isApiKey, shownPartOf } from './api-key.ts';
import { policy, roles } from './policy.ts';
import { permissionsOfScopes, scopeNames, scopes, scopesWithin, scopeWords } from './scopes.ts';

describe('a key', () => {
  it('has a form that a scanner of leaked secrets can know, checksum included', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 96, maxLength: 96 }), (bytes) => {
        fc.pre(bytes.filter((byte) => byte < 248).length >= 40);
        const key = composeApiKey(bytes);
        expect(key).toMatch(API_KEY_PATTERN);
        expect(isApiKey(key)).toBe(true);
      }),
    );
  });

  it('with one letter changed is none', () => {
    const key = composeApiKey(randomBytes(96));
    for (let index = 3; index < key.length; index += 1) {
      const other = key[index] === 'A' ? 'B' : 'A';
      expect(isApiKey(key.slice(0, index) + other + key.slice(index + 1))).toBe(false);
    }
  });

  it('is none of the texts that people send by mistake', () => {
    fc.assert(fc.property(fc.string(), (text) => !isApiKey(text)));
  });

  it('shows too little of itself to be guessed', () => {
    expect(shownPartOf(composeApiKey(randomBytes(96)))).toHaveLength(9);
  });

  it('is not made of too little chance', () => {
    expect(() => composeApiKey(new Uint8Array(64).fill(255))).toThrow(RangeError);
  });
});

describe('scopes', () => {
  it('name permissions that exist, and none that only a person signed in may use', () => {
    const never = [
      'members.manage',
      'connections.manage',
      'privacy.manage',
      'relations.erase',
      'keys.make',
      'keys.manage',
    ];
    for (const permission of permissionsOfScopes(scopeNames)) {
      expect(Object.keys(policy)).toContain(permission);
      expect(never).not.toContain(permission);
    }
  });

  it('are said in both languages', () => {
    for (const scope of scopeNames) {
      expect(scopeWords[scope].it.length).toBeGreaterThan(5);
      expect(scopeWords[scope].en.length).toBeGreaterThan(5);
    }
  });

  it('that somebody may give are within what they may do themselves', () => {
    for (const role of roles)
      for (const scope of scopesWithin([role]))
        for (const permission of scopes[scope]) expect(policy[permission]).toContain(role);
    expect(scopesWithin(['trainee'])).not.toContain('replies:send');
    expect(scopesWithin(['coordinator'])).toEqual(scopeNames);
  });
});
