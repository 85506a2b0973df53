import { expect, it } from 'vitest';
import { createGate } from './gate.ts';

const still = { now: () => new Date(0) };

it('one caller’s flood at one door leaves room for others there, and for itself at other doors', () => {
  const gate = createGate(still);
  let through = 0;
  for (let at = 0; at < 10_000; at += 1) if (gate('192.0.2.1', 'door') === 0) through += 1;
  expect(through).toBe(300);
  expect(gate('192.0.2.2', 'door')).toBe(0);
  expect(gate('192.0.2.1', 'other door')).toBe(0);
});

it('ten thousand callers at one door leave the other doors alone', () => {
  const gate = createGate(still);
  let through = 0;
  for (let at = 0; at < 10_000; at += 1)
    if (gate(`10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`, 'door') === 0) through += 1;
  expect(through).toBe(1_500);
  expect(gate('192.0.2.2', 'other door')).toBe(0);
});

it('who guesses keys from one address is stopped, and an IPv6 network is one caller', () => {
  const gate = createGate(still);
  let through = 0;
  for (let at = 0; at < 10_000; at += 1)
    if (gate(`2001:db8::${(at % 60_000).toString(16)}`, `guess ${at}`) === 0) through += 1;
  expect(through).toBe(6_000);
  expect(gate('2001:db8:1::1', 'guess')).toBe(0);
  expect(gate('not an address', 'guess')).toBe(0);
});
