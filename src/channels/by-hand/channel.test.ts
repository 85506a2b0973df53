import { describeChannelContract } from '../../../test/harness/channel-contract.ts';
import { proves } from '../../../test/harness/proves.ts';
import { byHandChannel } from './channel.ts';

const call = {
  id: 'call-1',
  form: 'call',
  who: { name: 'Signora Bianchi', contact: '+39 340 123 4567' },
  text: 'Ha chiesto se il Dolcetto arriva per Natale.',
  saidAt: '2026-11-20T10:15:00+01:00',
};
const screenshot = {
  form: 'post',
  who: { name: 'Una storia su Instagram' },
  text: '',
  url: 'https://instagram.example/p/1',
  image: { reference: 'upload:1', alt: 'La vetrina', mimeType: 'image/png' },
};

proves('by-hand', 'synthetic', ['mentions', 'comments', 'direct-messages', 'image', 'alt-text']);

describeChannelContract(byHandChannel, {
  documents: [JSON.stringify(call), JSON.stringify([call, screenshot])],
  settings: {},
});
