import { afterAll, beforeAll, expect, it } from 'vitest';
import { letter } from '../mail/mail-kit.ts';
import { type MailServer, startMailServer } from '../mail/mail-server.ts';
import { type Person, setUp } from './person.ts';
import { clearAway, createProgram, type Program } from './program.ts';
import {
  differences,
  killMany,
  noDifference,
  type Peer,
  randomFrom,
  startStorm,
  untilQuiet,
} from './storm.ts';

const KILLS = 12;
const [shop, anna] = ['clienti@cantina.test', 'anna@example.test'];

let server: MailServer;
let program: Program;
let person: Person;
beforeAll(async () => {
  server = await startMailServer({ handOver: 'each' });
  program = await createProgram();
  program.spawn();
  await program.ready();
  person = await setUp(program);
  await person.expectDone('POST', `/api/workspaces/${person.workspaceId}/connections`, {
    channel: 'mail',
    values: {
      address: shop,
      name: 'Cantina Rocca',
      password: 'secret',
      imapHost: server.imaps.host,
      imapPort: server.imaps.port,
      smtpHost: server.submissions.host,
      smtpPort: server.submissions.port,
      ca: server.authority.replaceAll('\n', ' '),
    },
  });
});
afterAll(async () => {
  await clearAway(program);
  await server?.stop();
});

const mailbox = (): Peer => ({
  write: async (number) => {
    const [id, subject] = [`lettera-${number}`, `Ordine ${number} del ${number % 28}`];
    await server.deliver(letter(id, { subject, text: `Buongiorno, messaggio n. ${number}.` }), shop);
    return `${id}@example.test`;
  },
  delivered: async () =>
    (await server.mailbox(anna)).map(({ raw }) => /Risposta n\. \d+/.exec(raw)?.[0] ?? raw.slice(0, 500)),
});

it(`${KILLS} kills without notice lose no letter and no answer, and double none`, {
  timeout: 900_000,
  // What an attempt left behind would be counted in the next.
  retry: 0,
}, async () => {
  const storm = { program, person, peer: mailbox(), writeEvery: 350 };
  const { promises, end } = startStorm(storm);
  const answered = () => promises.replies.size;
  const killed = await killMany(storm, KILLS, randomFrom(20_261_122), answered).finally(end);
  await untilQuiet(program, promises, 240_000);
  expect(killed).toHaveLength(KILLS);
  expect(await differences(storm, promises)).toEqual(noDifference);
  expect(promises.replies.size).toBeGreaterThan(KILLS / 2);
});
