import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { programFile } from '../harness/program-file.ts';
import { folderFor, passaparola, root } from './cli-kit.ts';

const home = folderFor('words');
const commands = [
  'start',
  'doctor',
  'migrate',
  'password',
  'normalise',
  'understand',
  'tone',
  'export',
  'backup',
  'restore',
];

describe('help', { timeout: 60_000 }, () => {
  it('lists every command in Italian', async () => {
    const { code, out } = await passaparola(['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(out).toContain(`  ${command}`);
    expect(out).toMatch(/^Uso: passaparola/);
    expect(out).not.toMatch(/Usage:|Options:|Commands:|display help/);
  });

  it.each(commands)('of %s says how it is used, in Italian, and does nothing', async (command) => {
    const { code, out, error } = await passaparola([command, '--help'], { PASSAPAROLA_DATA: `${home}/no` });
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(new RegExp(`^Uso: passaparola ${command}`));
    expect(out).toContain('mostra questo aiuto');
    expect(out).not.toMatch(/Usage:|Options:|Arguments:|display help|\(default/);
    expect(fs.existsSync(`${home}/no`)).toBe(false);
  });

  it('comes when nothing is asked for', async () => {
    const { code, out, error } = await passaparola([]);
    expect(code).not.toBe(0);
    expect(out + error).toContain('Uso: passaparola');
  });

  it('tells the version', async () => {
    expect(await passaparola(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe('words that are not understood', { timeout: 60_000 }, () => {
  it.each([
    [['stort'], 'Non conosco il comando «stort»'],
    [['migrate', '--dimo'], 'Non conosco l’opzione --dimo'],
    [['backup'], 'Manca <file>'],
    [['export'], 'Manca l’opzione --workspace'],
    [['migrate', 'adesso'], 'Ci sono parole di troppo'],
    [['normalise', 'piccioni'], 'Non conosco il canale «piccioni»'],
    [['normalise', 'feed', '--file', '/non/ce'], 'Non trovo /non/ce'],
    [['normalise', 'feed', '--context', '[]'], '--context vuole un oggetto JSON'],
    [['tone', '--strictness', 'poca'], '--strictness può essere gentle, normal, strict'],
  ])('%j are answered in Italian with an error code and no stack', async (words, said) => {
    const { code, out, error } = await passaparola(words, { PASSAPAROLA_DATA: `${home}/no` });
    expect(code).toBe(1);
    expect(error).toContain(said);
    expect(out + error).not.toMatch(/at .*\.ts:\d+|error:/);
    expect(fs.existsSync(`${home}/no`)).toBe(false);
  });

  it('a variable that cannot be used is named, not its value', async () => {
    const { code, error } = await passaparola(['migrate'], { DATABASE_URL: 'mysql://u:segretissima@x/y' });
    expect(code).toBe(1);
    expect(error).toContain('DATABASE_URL');
    expect(error).not.toContain('segretissima');
  });
});

describe('normalise', { timeout: 60_000 }, () => {
  const fixtures = [
    ['bluesky', 'src/channels/bluesky/fixtures/notifications.json'],
    ['mail', 'src/channels/mail/fixtures/gmail-reclamo.eml'],
    ['feed', 'test/peers/web/files/recensioni.atom'],
    ['fediverse', 'src/channels/fediverse/fixtures/search.json'],
  ] as const;

  it.each(fixtures)('%s: prints the events of %s, one JSON object a line', async (channel, file) => {
    const { code, out, error } = await passaparola(['normalise', channel, '--file', file]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const events = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) expect(event.kind).toEqual(expect.any(String));
  });

  it('reads from its input and prints the same', async () => {
    const file = path.join(root, 'test/peers/web/files/panificio.rss');
    const [named, piped] = [
      await passaparola(['normalise', 'feed', '--file', file]),
      await passaparola(['normalise', 'feed'], {}, fs.readFileSync(file)),
    ];
    expect(named.code).toBe(0);
    expect(named.out.split('\n').length).toBeGreaterThan(2);
    expect(piped).toEqual(named);
  });

  it.each(['bluesky', 'mail', 'feed', 'fediverse', 'by-hand'])(
    '%s: yields nothing harmful from bytes that are nothing',
    async (channel) => {
      for (const bytes of [
        noise(4_000),
        Buffer.from('\0\0\0{"a":'),
        Buffer.from('"\\ud800"'),
        Buffer.alloc(0),
      ]) {
        const { code, out, error } = await passaparola(['normalise', channel], {}, bytes);
        expect({ code, error }).toEqual({ code: 0, error: '' });
        for (const line of out.split('\n').filter(Boolean)) expect(JSON.parse(line)).toHaveProperty('kind');
      }
    },
  );

  it('ends quietly when nobody reads on', async () => {
    const { spawn } = await import('node:child_process');
    const child = spawn(
      'bash',
      [
        '-c',
        `"$1" "$2" normalise feed --file test/peers/web/files/panificio.rss | head -c 1`,
        '-',
        process.execPath,
        programFile,
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    await new Promise((resolve) => child.on('close', resolve));
    expect(Buffer.concat(errors).toString()).toBe('');
  });
});

/** Bytes of every kind, the same at each run. */
const noise = (length: number): Buffer => {
  let state = 20_261_122;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    }),
  );
};

describe('a port that is taken', { timeout: 120_000 }, () => {
  it('is said, with what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const place = other.address();
    const port = typeof place === 'object' && place ? place.port : 0;
    const dataDir = path.join(home, 'taken');
    const { code, error } = await passaparola(['start'], {
      PASSAPAROLA_DATA: dataDir,
      PASSAPAROLA_PORT: String(port),
      PASSAPAROLA_LOG: 'error',
    });
    other.close();
    expect(code).toBe(1);
    expect(error).toContain(`La porta ${port}`);
    expect(error).toContain('PASSAPAROLA_PORT');
    expect(error).not.toMatch(/at .*\.ts:\d+/);
  });
});
