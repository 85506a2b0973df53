import fs from 'node:fs';
import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import { feedChannel } from './channel.ts';

const files = new URL('../../../test/peers/web/files/', import.meta.url);
const real = [
  'panificio.rss',
  'recensioni.atom',
  'mercato.rdf',
  'officina.json',
  'ostile.rss',
  'antico.atom',
];

describeChannelContract(feedChannel, {
  documents: real.map((name) => new Uint8Array(fs.readFileSync(new URL(name, files)))),
  context: { feedUrl: 'https://blog.example/feed.xml' },
  settings: { url: 'https://blog.example/feed.xml', ownSite: true },
});
