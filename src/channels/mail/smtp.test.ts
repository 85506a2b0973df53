import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { createGuardedFetch } from '../../platform/fetch/index.ts';
import { silentLog } from '../../platform/log.ts';
import type { MailPayload } from './compose.ts';
import { sendMail } from './send.ts';
import { MailSettingsSchema } from './settings.ts';

/** What a server says to each command, by its first word; `data` is what it says to the whole letter, `hang up` breaks off. */
type Script = Readonly<Record<string, string>>;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that answers as told, one line at a time, and remembers the letters that it was given whole. */
const startScripted = async (script: Script) => {
  const letters: string[] = [];
  const server = createServer((socket) => {
    let rest = '';
    let isData = false;
    socket.on('error', () => socket.destroy());
    const say = (line: string) => (line === 'hang up' ? socket.destroy() : socket.write(`${line}\r\n`));
    say('220 scripted');
    socket.on('data', (bytes) => {
      rest += bytes.toString('latin1');
      for (
        let end = rest.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        end >= 0;
        end = rest.indexOf(isData ? '\r\n.\r\n' : '\r\n')
      ) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          letters.push(line);
          say(script.letter ?? '250 kept');
          continue;
        }
        const answer =
          script[line] ??
          script[line.split(/[ :]/)[0]?.toUpperCase() ?? ''] ??
          (line === 'DATA' ? '354 go on' : '250 yes');
        isData = line === 'DATA' && answer.startsWith('354');
        say(answer);
      }
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { letters, port: typeof address === 'object' && address ? address.port : 0 };
};

const payload: MailPayload = {
  to: { address: 'anna@example.test' },
  subject: 'Re: Ordine',
  text: 'Buongiorno.',
  signedBy: 'Marta',
  quotation: '',
  references: [],
  media: [],
};

const send = async (script: Script) => {
  const { port, letters } = await startScripted(script);
  const receipt = await sendMail(
    {
      connectionId: 'c',
      settings: MailSettingsSchema.parse({
        address: 'clienti@cantina.test',
        imapHost: '127.0.0.1',
        imapPort: 1,
        imapSecurity: 'none',
        smtpHost: '127.0.0.1',
        smtpPort: port,
        smtpSecurity: 'none',
      }),
      secrets: { password: 'x' },
      account: null,
      http: createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'test' }),
      clock: systemClock,
      log: silentLog,
      keepSecrets: async () => {},
      loadMedia: async () => new Uint8Array(),
    },
    payload,
    'op-1',
  );
  return { receipt, letters };
};

const toUs = 'RCPT TO:<clienti@cantina.test>';

describe('what an outgoing server does with an answer', () => {
  it('accepts it, though our own mailbox cannot be reached to keep a copy', async () => {
    const { receipt, letters } = await send({});
    expect(receipt).toEqual({ state: 'accepted', nativeId: 'op-1@cantina.test' });
    expect(letters).toHaveLength(1);
  });

  it.each([
    [
      'refuses the recipient for good',
      { RCPT: '550 5.1.1 no such user' },
      { state: 'rejected', problem: { kind: 'forbidden', detail: expect.stringContaining('no such user') } },
    ],
    [
      'refuses the recipient for now',
      { RCPT: '450 4.2.0 greylisted' },
      { state: 'not-sent', problem: { kind: 'server-error', status: 450 } },
    ],
    [
      'refuses only the recipient, and would take our own copy',
      { RCPT: '550 5.1.1 no such user', [toUs]: '250 yes' },
      { state: 'rejected' },
    ],
    [
      'refuses only our own copy',
      { [toUs]: '452 4.2.2 full' },
      { state: 'not-sent', problem: { status: 452 } },
    ],
    ['refuses us as the sender', { MAIL: '553 5.7.1 not you' }, { state: 'rejected' }],
    [
      'hangs up before the letter',
      { RCPT: 'hang up' },
      { state: 'not-sent', problem: { kind: 'unreachable' } },
    ],
    ['will not take letters now', { DATA: '451 4.3.0 later' }, { state: 'not-sent' }],
  ])('%s: nothing has gone out', async (_, script, expected) => {
    const { receipt, letters } = await send(script);
    expect(receipt).toMatchObject(expected);
    expect(letters).toEqual([]);
  });

  it('refuses the letter itself: nothing has gone out', async () => {
    const { receipt } = await send({ letter: '552 5.3.4 too big' });
    expect(receipt).toMatchObject({
      state: 'rejected',
      problem: { detail: expect.stringContaining('too big') },
    });
  });

  it('hangs up after the letter: nobody knows', async () => {
    const { receipt, letters } = await send({ letter: 'hang up' });
    expect(receipt).toMatchObject({ state: 'unknown' });
    expect(letters).toHaveLength(1);
  });
});
