import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { acceptMeta } from './door.ts';
import { failureOfAnswer } from './graph-problem.ts';
import { readSignedRequest } from './signed-request.ts';
import { usageOf } from './usage.ts';

const refuse = (code: number, subcode?: number, status = 400, message = '') =>
  failureOfAnswer(
    { status, headers: new Headers() },
    { error: { message, code, ...(subcode ? { error_subcode: subcode } : {}) } },
    { clock: systemClock, usage: usageOf(new Headers()), token: 'EAAsegreto' },
  );

describe('what Graph refuses', () => {
  it('is told apart by its codes, whatever the status', () => {
    const kinds = (codes: readonly number[]) => codes.map((code) => refuse(code)?.problem.kind);
    expect(new Set(kinds([4, 17, 32, 613, 80_001, 80_007, 130_429, 131_056]))).toEqual(
      new Set(['rate-limited']),
    );
    expect(new Set(kinds([102, 190, 463, 467]))).toEqual(new Set(['unauthorised']));
    expect(new Set(kinds([3, 10, 200, 299, 368]))).toEqual(new Set(['forbidden']));
    expect(refuse(10, 2018278)?.problem.kind).toBe('too-late');
    expect(refuse(100, 33)?.problem.kind).toBe('not-found');
    expect(refuse(2)).toMatchObject({ effect: 'unknown', problem: { kind: 'server-error' } });
    expect(refuse(4)?.effect).toBe('none');
    expect(refuse(190)?.effect).toBe('refused');
  });

  it('never repeats a token', () => {
    expect(JSON.stringify(refuse(190, undefined, 401, 'Malformed access token EAAsegreto'))).not.toContain(
      'EAAsegreto',
    );
    expect(JSON.stringify(refuse(100, undefined, 400, 'bad EAAsegreto'))).not.toContain('EAAsegreto');
  });

  it('tells how much is used and how long to wait, and any header is read without breaking', () => {
    const headers = new Headers({
      'x-app-usage': '{"call_count":28,"total_time":25,"total_cputime":31}',
      'x-business-use-case-usage':
        '{"1":[{"type":"pages","call_count":95,"estimated_time_to_regain_access":19}]}',
    });
    expect(usageOf(headers)).toEqual({ percent: 95, regainMs: 19 * 60_000 });
    fc.assert(
      fc.property(fc.json(), (text) => {
        const odd = new Headers({ 'x-app-usage': text.replace(/[^\x20-\x7e]/g, '') });
        expect(usageOf(odd).percent).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a signed request', () => {
  const sign = (payload: object, secret: string) => {
    const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
    return `${createHmac('sha256', secret).update(text).digest('base64url')}.${text}`;
  };

  it('is read when one of the secrets signed it, and by no other', () => {
    const given = sign({ algorithm: 'HMAC-SHA256', user_id: 123, issued_at: 1 }, 'chiave');
    expect(readSignedRequest(given, ['nuova', 'chiave'])).toEqual({ userId: '123', issuedAt: 1 });
    expect(readSignedRequest(given, ['nuova'])).toBeUndefined();
    expect(readSignedRequest(`${given}x`, ['chiave'])).toBeUndefined();
    expect(
      readSignedRequest(sign({ algorithm: 'none', user_id: '1' }, 'chiave'), ['chiave']),
    ).toBeUndefined();
  });

  it('may be anything at all', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readSignedRequest(text, ['chiave'])).toBeUndefined();
      }),
    );
  });
});

it('a door judges any request without breaking, and keeps none that nobody signed', () => {
  const door = { url: 'https://casa.example/in/k', token: 'parola', earlierTokens: [] };
  fc.assert(
    fc.property(
      fc.constantFrom('GET', 'POST', 'PUT'),
      fc.constantFrom('', 'deauthorise', 'data-deletion', 'data-deletion/0123456789abcdef01234567', 'x'),
      fc.dictionary(fc.string(), fc.string()),
      fc.uint8Array(),
      (method, path, query, rawBody) => {
        const headers = {
          'content-type': 'application/x-www-form-urlencoded',
          'x-hub-signature-256': 'sha256=00',
        };
        const verdict = acceptMeta(
          { door, appSecrets: ['chiave'] },
          { method, path, query, headers, rawBody },
        );
        expect(verdict.kind).toBe('answer');
      },
    ),
  );
});
