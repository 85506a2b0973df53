import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { programFile } from '../harness/program-file.ts';
import { passaparola, root } from './cli-kit.ts';

const line = (draft: object): string => `${JSON.stringify(draft)}\n`;
const answers = (out: string): readonly { id: string; findings: { kind: string }[] }[] =>
  out
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one));

describe('tone', { timeout: 60_000 }, () => {
  it('answers each draft with one line, in order', async () => {
    const { code, out, error } = await passaparola(
      ['tone'],
      {},
      line({ id: 'a', text: 'La informiamo che la spedizione è stata effettuata.', kind: 'reply' }) +
        line({ id: 'b', text: 'Grazie Marta! Quando ripassi?' }),
    );
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const [first, second] = answers(out);
    expect(first).toMatchObject({
      id: 'a',
      findings: [
        { kind: 'opening', start: 0, end: 17, proposal: { text: 'Abbiamo spedito', start: 0, end: 50 } },
        { kind: 'passive', start: 32, end: 50 },
      ],
    });
    expect(second).toEqual({ id: 'b', findings: [] });
  });

  it('reads in what is answered whether it is a complaint, when nobody says so', async () => {
    const in_reply_to =
      'Pacco arrivato rotto e in ritardo di due settimane, nessuno risponde. Pessimo servizio!';
    const { out } = await passaparola(
      ['tone'],
      {},
      line({ id: 'asked', text: 'Buongiorno.', in_reply_to }) +
        line({ id: 'told', text: 'Buongiorno.', in_reply_to, complaint: false }),
    );
    const [asked, told] = answers(out);
    expect(asked?.findings.map(({ kind }) => kind)).toContain('missing-regret');
    expect(told?.findings).toEqual([]);
  });

  it('names the line that cannot be read, answers the others, and ends with an error', async () => {
    const { code, out, error } = await passaparola(
      ['tone'],
      {},
      `${line({ id: 1, text: 'Si comunica che siamo chiusi.' })}boh\n\n${line({ id: 2 })}[]\n${line({ id: 3, text: 'Ciao!', kind: 'lettera' })}${line({ id: 4, text: '' }).trim()}`,
    );
    expect(code).toBe(1);
    expect(error).toBe(
      'Riga 2: non è JSON.\nRiga 4: text dev’essere un testo.\nRiga 5: non è un oggetto JSON.\nRiga 6: kind dev’essere "reply" o "post".\n',
    );
    expect(answers(out).map(({ id }) => id)).toEqual([1, 4]);
  });

  it('keeps separators of lines that people write, and lines of Windows', async () => {
    const { code, out } = await passaparola(
      ['tone'],
      {},
      '{"id":"u","text":"ciao\u2028a te"}\r\n{"id":"w","text":"ciao"}\r\n',
    );
    expect(code).toBe(0);
    expect(answers(out).map(({ id }) => id)).toEqual(['u', 'w']);
  });

  it('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [programFile, 'tone'], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const replies = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    try {
      for (const id of ['first', 'second']) {
        child.stdin.write(line({ id, text: 'Grazie!' }));
        expect(JSON.parse((await replies.next()).value ?? '')).toEqual({ id, findings: [] });
      }
    } finally {
      child.stdin.end();
    }
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  it('says as much as it is asked to', async () => {
    const draft = line({ id: 'a', text: 'Si comunica che siamo chiusi.', kind: 'reply' });
    const { out } = await passaparola(['tone', '--strictness', 'gentle'], {}, draft);
    expect(answers(out)).toEqual([{ id: 'a', findings: [] }]);
  });
});
