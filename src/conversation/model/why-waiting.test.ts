import { describe, expect, it } from 'vitest';
import type { ThreadSummary } from './views.ts';
import { whyWaiting } from './why-waiting.ts';

const now = new Date('2026-03-02T09:00:00Z');
const waitingSince = (lastTheirsAt: string) => whyWaiting({ lastTheirsAt } as ThreadSummary, now);

describe('why a thread waits', () => {
  it('says how long, in both languages', () => {
    expect(waitingSince('2026-03-02T06:00:00Z')).toEqual({
      it: 'Aspetta una risposta da 3 ore.',
      en: 'Has been waiting for an answer for 3 hours.',
    });
    expect(waitingSince('2026-03-02T08:59:00Z').it).toBe('Aspetta una risposta da un minuto.');
    expect(waitingSince('2026-02-26T09:00:00Z').it).toBe('Aspetta una risposta da 4 giorni.');
  });

  it('stays sensible with a clock ahead of ours', () => {
    expect(waitingSince('2026-03-02T09:05:00Z').it).toBe('Aspetta una risposta da meno di un minuto.');
  });
});
