import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type BuiltFile, filesOfPages, pageModules } from './page-files.ts';

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
