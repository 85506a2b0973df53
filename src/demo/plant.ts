import { randomBytes } from 'node:crypto';
import { findChannel, insertConnection } from '../channels/index.ts';
import { createWatch, ingest, type ReaderOf } from '../listening/index.ts';
import { addMember, createCompany, type Member } from '../people/index.ts';
import type { Platform } from '../platform/platform.ts';
import { demoConnections } from './connections.ts';
import { adoptPack } from './lessons.ts';
import { arrivals } from './raw-lines.ts';
import { colleagues, company } from './script/scene.ts';

export type Planted = {
  readonly member: Member;
  readonly email: string;
  readonly password: string;
  readonly slug: string;
};

/** Makes the invented company and lets its weeks of conversation come in by the same road as real ones. */
export const plantDemo = async (platform: Platform, read: ReaderOf): Promise<Planted> => {
  const now = platform.clock.now();
  const password = newPassword();
  const { email, ...created } = await makeCompany(platform, password, now);
  const member: Member = { kind: 'member', ...created, name: colleagues.marta.name, roles: ['coordinator'] };
  const { ids, rows } = demoConnections(created.workspaceId, now);
  await platform.database.inWorkspace(created.workspaceId, async (tx) => {
    for (const row of rows) await insertConnection(tx, row);
  });
  for (const watch of watches) await createWatch(platform, member, watch);
  await adoptPack(platform, member);
  for (const arrival of arrivals(ids, now)) {
    const channel = findChannel(arrival.channel);
    if (!channel) throw new Error(`the demonstration needs the channel ${arrival.channel}`);
    const { connectionId, items, at } = arrival;
    await ingest(platform, {
      workspaceId: created.workspaceId,
      connectionId,
      channel,
      items,
      receivedAt: at,
      read,
    });
  }
  return { member, email, password, slug: created.slug };
};

/** No password is the same twice, not even that of an invented person. */
export const newPassword = (): string => randomBytes(9).toString('base64url');

const makeCompany = (platform: Platform, password: string, now: Date) =>
  platform.database.asInstallation(async (tx) => {
    const email = colleagues.marta.mail;
    const person = { name: colleagues.marta.name, email, password };
    const created = await createCompany(tx, { company: company.name, person, nature: 'demo' }, now);
    const { workspaceId } = created;
    for (const [colleague, roles] of [
      [colleagues.pietro, ['author']],
      [colleagues.giulia, ['carer', 'listener']],
    ] as const) {
      const newcomer = { name: colleague.name, email: colleague.mail, password: newPassword() };
      await addMember(tx, { workspaceId, person: newcomer, roles }, now);
    }
    return { ...created, email };
  });

const balancing =
  'Leggiamo solo cose pubbliche, o scritte a noi, che parlano della cantina e del suo mestiere. Non seguiamo persone.';
const watches = [
  {
    name: 'Il nostro nome',
    query: '"Cantina Valdorsa" O valdorsa',
    about: 'company',
    purpose: 'Sapere che cosa si dice di noi, per rispondere a chi ci cerca e rimediare quando sbagliamo.',
    balancing,
  },
  {
    name: 'I nostri vini',
    query: '"Rosso dell’Orsa" O "Bianco Lunaria" O "Vigna Chiara" O "Passito Sera"',
    about: 'products',
    purpose: 'Capire come vengono accolti i nostri vini, e dove.',
    balancing,
  },
  {
    name: 'Il mercato di Santa Lucia',
    query: '("mercato di Santa Lucia" O "Santa Lucia") NON "Borgo Santa Lucia"',
    about: 'place',
    purpose: 'Il mercato di dicembre, dove abbiamo il banco: organizzarci con gli altri produttori.',
    balancing,
  },
] as const;
