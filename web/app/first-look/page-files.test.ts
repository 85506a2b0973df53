import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type BuiltFile, filesOfPages, fontOf, insidePattern, pageModules } from './page-files.ts';

const web = path.join(import.meta.dirname, '../..');
const modules = [...new Set(pageModules.flatMap(([, names]) => names))];

const file = (fileName: string, given: Partial<BuiltFile> = {}): BuiltFile => ({
  fileName,
  facadeModuleId: null,
  moduleIds: [],
  isEntry: false,
  imports: [],
  ...given,
});
const built = [
  file('begin.js', { isEntry: true, imports: ['helper.js'] }),
  file('helper.js'),
  file('main.js', { facadeModuleId: '/x/web/app/main.tsx', imports: ['ground.js', 'helper.js'] }),
  file('ground.js'),
  file('shared.js', { imports: ['ground.js', 'page0.js'] }),
  ...modules.map((module, index) =>
    file(`page${index}.js`, { moduleIds: [`/x/web/${module}`], imports: ['shared.js', 'ground.js'] }),
  ),
];

it('names pages that are there', () => {
  expect(modules.filter((module) => !existsSync(path.join(web, module)))).toEqual([]);
});

it('the app comes with all that it imports, but not with what the entry has already', () => {
  expect(filesOfPages(built).app).toEqual(['/main.js', '/ground.js']);
});

it('a page comes with what it imports, even in a circle, and with nothing that the app has', () => {
  const { pages } = filesOfPages(built);
  const door = pages.find(([pattern]) => new RegExp(pattern).test('/entra'))?.[1];
  expect(door).toEqual(['/page0.js', '/shared.js']);
});

it('a page that was not built is told at once', () => {
  expect(() => filesOfPages(built.filter(({ fileName }) => fileName !== 'page1.js'))).toThrow(
    /no file was built/,
  );
});

it.each([
  ['/entra', 1],
  ['/cantina/oggi', 1],
  ['/cantina/conversazioni', 1],
  ['/cantina/conversazioni/0190', 2],
  ['/cantina/impostazioni/canali', 1],
  ['/invito/entra', 0],
])('%s is told by %i of the patterns', (address, times) => {
  expect(pageModules.filter(([pattern]) => new RegExp(pattern).test(address))).toHaveLength(times);
});

it('a font is found among what was built, and a missing one is told at once', () => {
  const names = ['assets/inter-latin-wght-normal-Dx4.woff2', 'assets/main-1.js'];
  expect(fontOf(names, 'inter')).toBe('assets/inter-latin-wght-normal-Dx4.woff2');
  expect(() => fontOf(names, 'source-serif-4')).toThrow(/no file was built for the font/);
});

it.each([
  ['/cantina/oggi', true],
  ['/cantina/conversazioni/0190', true],
  ['/entra', false],
])('whether %s shows letters is %s', (address, shows) => {
  expect(new RegExp(insidePattern).test(address)).toBe(shows);
});
