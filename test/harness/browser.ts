import fs from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Chromium as the system brings it; a root user needs the first switch, the others keep it from calling anybody. */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The same with drawing boards (WebGL), painted by the processor. */
const drawingSwitches = [
  ...switches.filter((each) => each !== '--disable-gpu'),
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

export const desk = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;
export const narrow = { width: 360, height: 740 } as const;

export type VisitOptions = {
  /** The session of whoever looks, as `name=value; name=value`; absent: a stranger. */
  readonly cookie?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** What the browser asks for; Italian unless said. */
  readonly language?: 'it' | 'en';
  readonly prefers?: { readonly dark?: boolean; readonly stillness?: boolean };
  readonly touch?: boolean;
};

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of (console errors, exceptions, refused content) and every request to another origin. */
  readonly problems: readonly string[];
  /** Some complaints are expected, such as a 401 that is the point of a test. */
  forget(expected: RegExp): void;
  close(): Promise<void>;
};

export type TestBrowser = {
  readonly browser: Browser;
  /** A new profile that looks at `origin`. */
  visit(origin: string, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
};

export const startBrowser = async (options: { readonly draws?: boolean } = {}): Promise<TestBrowser> => {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: options.draws ? drawingSwitches : [...switches, '--disable-3d-apis'],
  });
  return {
    browser,
    visit: (origin, options = {}) => openVisit(browser, origin, options),
    close: () => browser.close(),
  };
};

const openVisit = async (browser: Browser, origin: string, options: VisitOptions): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: options.size ?? desk,
    locale: options.language === 'en' ? 'en-GB' : 'it-IT',
    timezoneId: 'Europe/Rome',
    colorScheme: options.prefers?.dark ? 'dark' : 'light',
    reducedMotion: options.prefers?.stillness === false ? 'no-preference' : 'reduce',
    hasTouch: options.touch ?? false,
  });
  context.setDefaultTimeout(15_000);
  if (options.cookie) await context.addCookies(cookiesOf(origin, options.cookie));
  const page = await context.newPage();
  const problems: string[] = [];
  listenFor(page, origin, problems);
  return {
    page,
    context,
    problems,
    forget: (expected) => {
      const kept = problems.filter((problem) => !expected.test(problem));
      problems.splice(0, problems.length, ...kept);
    },
    close: () => context.close(),
  };
};

const cookiesOf = (origin: string, cookie: string) =>
  cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: origin };
  });

const listenFor = (page: Page, origin: string, problems: string[]): void => {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('blob:')) problems.push(`elsewhere: ${url.slice(0, 200)}`);
  });
};

/** The page has drawn what it knows: no skeleton, no waiting, fonts in place. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () => document.querySelector('h1, h2') !== null && document.querySelector('.skeleton') === null,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
};

/** How far the page is wider than its window, px; whatever is not 0 scrolls sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page
    .evaluate(() =>
      Math.max(
        document.documentElement.scrollWidth - window.innerWidth,
        ...[...document.querySelectorAll('#content')].map((main) => main.scrollWidth - main.clientWidth),
      ),
    )
    .then((more) => Math.max(0, more));

/** Keeps a picture when PASSAPAROLA_SCREENS names a folder. */
export const takePicture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.PASSAPAROLA_SCREENS;
  if (!folder) return;
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
};
