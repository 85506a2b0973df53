import fs from 'node:fs';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import { proves } from '../../../test/harness/proves.ts';
import { mailChannel } from './channel.ts';
import { mailLimits } from './compose.ts';

proves('mail', 'synthetic', ['direct-messages', 'reply', 'image']);

const fixtures = new URL('./fixtures/', import.meta.url);

describeChannelContract(mailChannel, {
  documents: fs
    .readdirSync(fixtures)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => new Uint8Array(fs.readFileSync(new URL(name, fixtures)))),
  context: { accountId: 'clienti@cantina.test', folder: 'inbox', receivedAt: '2026-11-22T10:00:00.000Z' },
  settings: { address: 'clienti@cantina.test', name: 'Cantina Rocca' },
  secrets: { password: 'segreta' },
  writing: {
    limits: mailLimits,
    draft: {
      text: 'Buongiorno Anna, la rispediamo oggi stesso.',
      inReplyTo: {
        nativeId: 'CAF+anna1=Rotta@mail.gmail.example',
        references: [],
        authorNativeId: 'anna.bianchi@gmail.example',
        authorName: 'Anna Bianchi',
        quote: 'la bottiglia è arrivata rotta',
        saidAt: '2026-11-02T09:00:00.000Z',
        context: {
          to: 'anna.bianchi@gmail.example',
          subject: 'Bottiglia rotta',
          messageId: 'CAF+anna1=Rotta@mail.gmail.example',
        },
      },
      media: [],
      options: {},
      signedBy: { name: 'Marta' },
    },
  },
});
