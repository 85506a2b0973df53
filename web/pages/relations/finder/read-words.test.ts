import { expect, it } from 'vitest';
import { linesOf, listOf, tagsOf } from './read-words.ts';

it('phrases stay whole, one a line, each once', () => {
  expect(linesOf('vino naturale\n\n  macerato \nvino naturale')).toEqual(['vino naturale', 'macerato']);
});

it('places may be of several words', () => {
  expect(listOf('Reggio Emilia, Carpi;Modena\n')).toEqual(['Reggio Emilia', 'Carpi', 'Modena']);
});

it('tags come with or without their sign', () => {
  expect(tagsOf('#vinonaturale, lambrusco  ##osteria #lambrusco')).toEqual([
    'vinonaturale',
    'lambrusco',
    'osteria',
  ]);
  expect(tagsOf('  # ')).toEqual([]);
});
