import type { Author, Item, RawItem } from '../../src/channels/events.ts';
import { connections } from '../../src/channels/store/connections.table.ts';
import { ingest } from '../../src/listening/index.ts';
import { newId } from '../../src/platform/ids.ts';
import type { TestCompany, TestHouse } from '../harness/test-house.ts';
import { plainChannel, rawOf, saying } from '../integration/listening-kit.ts';

const minute = 60_000;
export const ago = (minutes: number): string => new Date(Date.now() - minutes * minute).toISOString();

const mimeTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
const uniform = { media: { max: 4, maxBytes: 2_000_000, mimeTypes, altRequired: true, altMax: 2_000 } };
const limits: Readonly<Record<string, unknown>> = {
  bluesky: {
    ...uniform,
    text: { max: 300, unit: 'grapheme', maxBytes: 3_000 },
    visibilities: ['public'],
    contentWarning: false,
    subject: false,
  },
  mail: {
    ...uniform,
    text: { max: 100_000, unit: 'utf16' },
    visibilities: [],
    contentWarning: false,
    subject: true,
  },
};

const doors: Readonly<
  Record<string, { settings: object; secrets: object | null; account: object; name: string }>
> = {
  bluesky: {
    name: 'Cantina Valdorsa su Bluesky',
    settings: { handle: 'cantinavaldorsa.example' },
    secrets: { appPassword: 'abcd-efgh' },
    account: { nativeId: 'did:plc:valdorsa', handle: '@cantinavaldorsa.example', name: 'Cantina Valdorsa' },
  },
  mail: {
    name: 'Posta della cantina',
    settings: { address: 'ciao@valdorsa.example', name: 'Cantina Valdorsa' },
    secrets: { password: 'segreta' },
    account: { nativeId: 'ciao@valdorsa.example', handle: 'ciao@valdorsa.example' },
  },
  facebook: {
    name: 'Cantina Valdorsa su Facebook',
    settings: { pageId: '1' },
    secrets: null,
    account: { nativeId: '1', name: 'Cantina Valdorsa' },
  },
  feed: {
    name: 'Gazzetta delle Langhe',
    settings: { url: 'https://gazzetta.example/feed' },
    secrets: null,
    account: { nativeId: 'https://gazzetta.example/feed', name: 'Gazzetta delle Langhe' },
  },
};

/** A channel that has been joined up; nobody receives for it, so that only the test says what comes in. */
export const joinUp = async (
  house: TestHouse,
  company: TestCompany,
  channel: keyof typeof doors | string,
) => {
  const door = doors[channel];
  if (!door) throw new Error(`the winery has no ${channel}`);
  const { platform } = house.house;
  const [id, { workspaceId }] = [newId(), company];
  const sealed = door.secrets
    ? platform.sealer.seal(JSON.stringify(door.secrets), `connection:${workspaceId}:${id}`)
    : null;
  await platform.database.inWorkspace(workspaceId, (tx) =>
    tx.insert(connections).values({
      workspaceId,
      id,
      channel,
      name: door.name,
      settings: door.settings,
      secrets: sealed,
      account: door.account,
      limits: limits[channel] ? { limits: limits[channel], at: new Date().toISOString() } : null,
      leaseHolder: newId(),
      leaseUntil: new Date(Date.now() + 24 * 60 * minute),
      lastCheckedAt: new Date(Date.now() - 40 * minute),
      lastEventAt: new Date(Date.now() - 12 * minute),
    }),
  );
  return { id, channel };
};

export type Joined = Awaited<ReturnType<typeof joinUp>>;

/** Something said on a channel, on the same road as real input: a raw item in, everything else follows. */
export const say = (
  house: TestHouse,
  company: TestCompany,
  joined: Joined,
  ...items: readonly Partial<Item>[]
): Promise<void> =>
  receive(
    house,
    company,
    joined,
    items.map((item) => saying({ nativeId: newId(), saidAt: ago(1), ...item })),
  );

/** The channel tells that words were taken back by whoever had said them. */
export const takeBack = (
  house: TestHouse,
  company: TestCompany,
  joined: Joined,
  nativeId: string,
): Promise<void> =>
  receive(house, company, joined, [
    rawOf({ kind: 'removed', nativeId, removedAt: new Date().toISOString() }),
  ]);

const receive = async (
  house: TestHouse,
  company: TestCompany,
  joined: Joined,
  items: readonly RawItem[],
): Promise<void> => {
  await ingest(house.house.platform, {
    workspaceId: company.workspaceId,
    connectionId: joined.id,
    channel: plainChannel({ id: joined.channel }),
    items,
    receivedAt: new Date(),
    keepAll: true,
    read: house.house.reader.read,
  });
  await house.house.settled();
};

const person = (name: string, handle: string): Author => ({
  nativeId: handle,
  name,
  handle,
  url: `https://profili.example/${handle.replace('@', '')}`,
});
const us = { nativeId: 'did:plc:valdorsa', name: 'Cantina Valdorsa', handle: '@cantinavaldorsa.example' };

/** A morning at a small winery: five channels, a dozen people. */
export const fillWinery = async (house: TestHouse, company: TestCompany) => {
  const bluesky = await joinUp(house, company, 'bluesky');
  const mail = await joinUp(house, company, 'mail');
  const feed = await joinUp(house, company, 'feed');
  await company.json('POST', `/api/workspaces/${company.workspaceId}/watches`, {
    name: 'Il nostro nome',
    terms: ['Valdorsa', 'cantina valdorsa'],
    except: [],
    purpose: 'Sapere che cosa si dice di noi e rispondere a chi ci cerca.',
  });
  await company.json('POST', `/api/workspaces/${company.workspaceId}/watches`, {
    name: 'Il Rosso del Bricco',
    terms: ['Rosso del Bricco'],
    except: [],
    purpose: 'Il nostro vino più venduto: capire come viene accolto.',
  });
  const at = (joined: Joined, ...items: readonly Partial<Item>[]) => say(house, company, joined, ...items);
  const chiara = person('Chiara Bonfanti', '@chiarabonfanti.example');
  await at(
    bluesky,
    {
      nativeId: 'chiara-1',
      author: chiara,
      saidAt: ago(26 * 60),
      text: 'Ieri sera il vostro Rosso del Bricco con i cappellacci di zucca. Non ci avrei scommesso un euro e invece. @cantinavaldorsa.example ma dove lo trovo a Ferrara?',
    },
    {
      nativeId: 'chiara-2',
      author: us,
      ours: true,
      addressed: false,
      saidAt: ago(25 * 60),
      parentNativeId: 'chiara-1',
      rootNativeId: 'chiara-1',
      text: 'Che bella idea i cappellacci! A Ferrara lo tiene l’enoteca Al Brindisi, in via Adelardi. Dicci poi con che cosa lo finisci.\nMarta',
    },
    {
      nativeId: 'chiara-3',
      author: chiara,
      saidAt: ago(95),
      parentNativeId: 'chiara-2',
      rootNativeId: 'chiara-1',
      text: 'Ci sono passata stamattina: finito! Ne arriva ancora prima di Natale o devo mettermi in viaggio?',
    },
    {
      author: person('Tommaso Neri', '@tommineri.example'),
      saidAt: ago(12),
      text: '@cantinavaldorsa.example domenica siamo in sei con due bambini e un cane educato. La visita si può fare lo stesso?',
    },
    {
      author: person('Nadia Ferrero', '@nadiainbici.example'),
      addressed: false,
      saidAt: ago(180),
      text: 'Giro di oggi: 48 km tra le vigne, sosta alla Cantina Valdorsa. Gente che ama quello che fa, e si vede.',
    },
  );
  await at(
    mail,
    {
      form: 'message',
      visibility: 'direct',
      author: person('Davide Colombo', 'davide.colombo@posta.example'),
      saidAt: ago(50 * 60),
      title: 'Ordine 1187: bottiglie rotte',
      text: 'Buongiorno,\n\nlunedì è arrivato il cartone da sei che avevo ordinato: due bottiglie erano rotte e le etichette delle altre sono macchiate. Era un regalo per mio padre, che compie settant’anni sabato.\n\nA chi devo scrivere?\n\nGrazie,\nDavide Colombo',
    },
    {
      form: 'message',
      visibility: 'direct',
      author: person('Lucia Marangon', 'lucia@osteriadelponte.example'),
      saidAt: ago(220),
      title: 'Carta dei vini di primavera',
      text: 'Ciao Marta, stiamo rifacendo la carta. Ci piacerebbe tenere il vostro Dolcetto al calice: mi mandi i prezzi aggiornati quando puoi?\nLucia',
      quoted: 'Il 3 novembre Marta ha scritto:\n> Ci vediamo in fiera, padiglione 3.',
    },
  );
  await at(feed, {
    form: 'article',
    addressed: false,
    author: { nativeId: 'gazzetta', name: 'Gazzetta delle Langhe' },
    saidAt: ago(300),
    title: 'Cinque cantine dove si entra senza prenotare',
    text: 'La prima è la Cantina Valdorsa: si suona il campanello e scende qualcuno, di solito con un cane dietro. Il Rosso del Bricco si assaggia in piedi, davanti alla botte.',
    url: 'https://gazzetta.example/cinque-cantine',
  });
  await company.json('POST', `/api/workspaces/${company.workspaceId}/by-hand`, {
    form: 'call',
    who: { name: 'La signora Piera del forno' },
    text: 'Ha chiesto se per Natale facciamo ancora i cesti con il torcetto. Ne prenderebbe dieci.',
  });
  await house.house.settled();
  return { bluesky, mail, feed };
};
