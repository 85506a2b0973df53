import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Ways out of the house that lint cannot see. Servers, and sockets given to us by one, are no way out. */
const waysOut: Readonly<Record<string, RegExp>> = {
  'the global fetch by another name': /(?<!typeof )\b(globalThis|global|self)(\.fetch\b|\[['"]fetch['"]\])/,
  'an HTTP client':
    /from\s*['"](node:)?http['"][\s\S]*\bhttp\.(request|get)\(|import\s*\{[^}]*\b(request|get)\b[^}]*\}\s*from\s*['"](node:)?https?['"]/,
  'an HTTPS, HTTP/2 or UDP module': /from\s*['"](node:)?(https|http2|dgram)['"]/,
  'a bare socket': /\b(net|tls)\.(connect|createConnection|Socket|TLSSocket)\b(?!\s*[;,)>|[\]])/,
  'an imported socket':
    /import\s*\{[^}]*\b(connect|createConnection)\b[^}]*\}\s*from\s*['"](node:)?(net|tls)['"]/,
  'a WebSocket': /new (globalThis\.)?WebSocket\(|from\s*['"]ws['"]/,
  'another HTTP library': /from\s*['"](axios|got|node-fetch|undici|superagent|ky)['"]/,
};

/** Our own database, on its own socket, is no outside. */
const allowed = ['src/platform/fetch/', 'src/platform/db/', 'src/platform/database/'];

const root = path.resolve(import.meta.dirname, '../../..');

const sourceFiles = (): readonly string[] =>
  readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join('src', file.split(path.sep).join('/')))
    .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
    .filter((file) => !allowed.some((folder) => file.startsWith(folder)));

const waysOutOf = (source: string): readonly string[] =>
  Object.entries(waysOut).flatMap(([name, pattern]) => (pattern.test(source) ? [name] : []));

it('everything that leaves the house goes through the one door', () => {
  const found = sourceFiles().flatMap((file) =>
    waysOutOf(readFileSync(path.join(root, file), 'utf8')).map((way) => `${file}: ${way}`),
  );
  expect(found).toEqual([]);
});

it('the watchman knows a way out when it sees one', () => {
  const ways = [
    'globalThis.fetch(url)',
    'const go = globalThis["fetch"]',
    "import http from 'node:http';\nhttp.get(url)",
    "import { request } from 'node:http';",
    "import https from 'node:https';",
    'net.connect(80, host)',
    'new net.Socket()',
    "import { connect } from 'node:tls';",
    'new WebSocket(url)',
    "import { Agent } from 'undici';",
  ];
  expect(ways.filter((way) => waysOutOf(way).length === 0)).toEqual([]);
  expect(
    waysOutOf("import http from 'node:http'; http.createServer(); type F = typeof globalThis.fetch"),
  ).toEqual([]);
});
