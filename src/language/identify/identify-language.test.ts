import { expect, it } from 'vitest';
import { loadLanguage } from '../load-language.ts';
import { createReader } from '../read/create-reader.ts';

const reader = createReader(loadLanguage());
const language = (text: string) => reader.understand(text).language;

it.each([
  ['Ma quando riaprite?', 'it'],
  ['bonissimo', 'it'],
  ['We loved the wine and the people', 'en'],
  ['Que tal, muy buena la comida de hoy', 'es'],
  ['Merci beaucoup pour votre accueil', 'fr'],
  ['Vielen Dank, wir kommen wieder', 'de'],
  ['Большое спасибо', 'ru'],
])('«%s» is in %s', (text, expected) => {
  expect(language(text)).toBe(expected);
});

it('of pictures and numbers alone there is no telling', () => {
  expect(language('😍😍 100')).toBeNull();
});

it('is taken as known when it is', () => {
  expect(reader.understand('ok', { language: 'de' }).language).toBe('de');
});
