/** Which addresses open which page, for those whose files are asked for together with the app's own. */
const shell = 'app/shell/shell.tsx';
export const pageModules: readonly (readonly [pattern: string, modules: readonly string[]])[] = [
  ['^/entra$', ['pages/sign-in/sign-in-page.tsx']],
  ['^/[^/]+/oggi$', [shell, 'pages/today/today-page.tsx']],
  ['^/[^/]+/conversazioni(/|$)', [shell, 'pages/conversations/conversations-page.tsx']],
  ['^/[^/]+/conversazioni/.', ['pages/conversations/thread-pane.tsx']],
  ['^/[^/]+/ascolto(/|$)', [shell, 'pages/listening/listening-layout.tsx']],
  ['^/[^/]+/ascolto$', ['pages/listening/live/live-page.tsx']],
  ['^/[^/]+/impostazioni(/|$)', [shell, 'pages/settings/settings-layout.tsx']],
];

/** The rooms of a company, where letters are set in a font of their own. */
export const insidePattern = '^/[^/]+/(oggi|conversazioni|ascolto|relazioni)(/|$)';

/** A built file as the bundler describes it. */
export type BuiltFile = {
  readonly fileName: string;
  readonly facadeModuleId: string | null;
  readonly moduleIds: readonly string[];
  readonly isEntry: boolean;
  readonly imports: readonly string[];
};

/** Files by name, as the page asks for them. */
export type PageFiles = {
  /** What every page needs besides the entry, which the page names itself. */
  readonly app: readonly string[];
  /** What the addresses of `pageModules` need besides that. */
  readonly pages: readonly (readonly [pattern: string, files: readonly string[]])[];
};

/** Throws for a page that was not built: the table above would be wrong. */
export const filesOfPages = (built: readonly BuiltFile[]): PageFiles => {
  const entries = built.filter(({ isEntry }) => isEntry).flatMap((file) => [...reach(built, file)]);
  const app = [...reach(built, fileOf(built, 'app/main.tsx'))].filter((name) => !entries.includes(name));
  const pages = pageModules.map(([pattern, modules]) => {
    const needed = new Set(modules.flatMap((module) => [...reach(built, fileOf(built, module))]));
    const more = [...needed].filter((name) => !entries.includes(name) && !app.includes(name));
    return [pattern, more.map(addressOf)] as const;
  });
  return { app: app.map(addressOf), pages };
};

/**
 * The built file of a font. Asked for with the page itself: text that is drawn before its font has come moves when it comes.
 * Throws for one that was not built.
 */
export const fontOf = (fileNames: readonly string[], font: string): string => {
  const name = fileNames.find((one) => one.includes(`/${font}-latin`) && one.endsWith('.woff2'));
  if (!name) throw new Error(`no file was built for the font ${font}`);
  return name;
};

const addressOf = (name: string) => `/${name}`;

const fileOf = (built: readonly BuiltFile[], module: string): BuiltFile => {
  const isIt = (id: string | null) => id?.endsWith(`/web/${module}`) ?? false;
  const file =
    built.find(({ facadeModuleId }) => isIt(facadeModuleId)) ??
    built.find(({ moduleIds }) => moduleIds.some(isIt));
  if (!file) throw new Error(`no file was built for ${module}`);
  return file;
};

/** The names of a file and of all that it imports at once. */
const reach = (
  built: readonly BuiltFile[],
  file: BuiltFile,
  into = new Set<string>(),
): ReadonlySet<string> => {
  if (into.has(file.fileName)) return into;
  into.add(file.fileName);
  for (const name of file.imports) {
    const imported = built.find(({ fileName }) => fileName === name);
    if (imported) reach(built, imported, into);
  }
  return into;
};
