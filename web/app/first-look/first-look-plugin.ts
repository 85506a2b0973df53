import { fileURLToPath } from 'node:url';
import { type HtmlTagDescriptor, type Plugin, runnerImport } from 'vite';
import { filesOfPages, fontOf, insidePattern } from './page-files.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes into the built page what it shows before the app is there, and which files each address will need. */
export const firstLook = (): Plugin => ({
  name: 'first-look',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    async handler(html, { bundle = {} }) {
      const files = Object.values(bundle);
      const { app, pages } = filesOfPages(files.filter((file) => file.type === 'chunk'));
      const font = (name: string) => `/${fontOf(Object.keys(bundle), name)}`;
      const inside = [insidePattern, [font('source-serif-4')]];
      const looks = await renderedLooks();
      const preload = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true };
      const tags: HtmlTagDescriptor[] = [
        { ...preload, href: font('inter') },
        ...app.map((href) => ({ rel: 'modulepreload', crossorigin: true, href })),
      ].map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' }));
      const content = JSON.stringify([...pages, inside]).replaceAll('"', '&quot;');
      return {
        html: html
          .replace(early, (script) => `<meta name="page-files" content="${content}" />\n    ${script}`)
          .replace(frame, () => `<div id="app">${looks}</div>`),
        tags,
      };
    },
  },
});

const early = '<script src="/early.js">';
const frame = '<div id="app"></div>';

const renderedLooks = async (): Promise<string> => {
  const { module } = await runnerImport<{ renderLooks(): string }>(here('./render-looks.tsx'), {
    configFile: false,
    root: here('../..'),
    logLevel: 'warn',
  });
  return module.renderLooks();
};
