import { expect, it } from 'vitest';
import { passkeyPlace, passkeysWork } from './passkey-place.ts';
import { isTimeZone, normaliseEmail } from './person.ts';

it.each(['Europe/Rome', 'UTC', 'America/Argentina/Buenos_Aires'])('%s is a time zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

it.each(['Europe/Roma', '+02:00', '', 'Rome; drop table users'])('%j is no time zone', (name) => {
  expect(isTimeZone(name)).toBe(false);
});

it('one address is one account, however it was typed', () => {
  expect(normaliseEmail('  Anna.Rossi@Cantina.IT ')).toBe('anna.rossi@cantina.it');
});

it.each([
  ['https://passaparola.example.it', 'http://passaparola.example.it/api', true],
  ['http://passaparola.example.it', 'http://passaparola.example.it/', false],
  ['https://203.0.113.7', 'https://203.0.113.7/', false],
  ['http://127.0.0.1:4321', 'http://127.0.0.1:4321/', false],
  ['http://127.0.0.1:4321', 'http://localhost:4321/', true],
])('an installation at %s, seen at %s, offers passkeys: %s', (baseUrl, pageUrl, works) => {
  expect(passkeysWork(baseUrl, pageUrl)).toBe(works);
});

it('a passkey belongs to the name that people type', () => {
  expect(passkeyPlace('https://passaparola.example.it')).toEqual({
    rpID: 'passaparola.example.it',
    origin: 'https://passaparola.example.it',
  });
  expect(passkeyPlace('http://127.0.0.1:4321')).toEqual({
    rpID: 'localhost',
    origin: 'http://localhost:4321',
  });
});
