import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { fillTemplate } from '../../../../src/channels/template.ts';
import { whatsappChannel } from '../../../../src/channels/whatsapp/channel.ts';
import { createGuardedFetch } from '../../../../src/platform/fetch/index.ts';
import { expectOk } from '../../../../src/platform/result.ts';
import { openMeta } from './kit.ts';
import { type RunningMeta, startMeta } from './meta-server.ts';
import { whatsappWorld } from './worlds.ts';

const http = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'Passaparola tests' });
const settings = { phoneNumberId: '106540352242922', businessAccountId: '102290129340398' };
const body = (text: string) => ({ type: 'BODY', text });
const approved = { language: 'it', status: 'APPROVED', category: 'UTILITY' };
const templates = [
  {
    ...approved,
    name: 'ordine_pronto',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Cantina Rossi' },
      body('Ciao {{1}}, il tuo ordine {{2}} è pronto.'),
      { type: 'FOOTER', text: 'Via del Mare 1' },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Grazie' }] },
    ],
  },
  { ...approved, name: 'a_voce', components: [body('Ciao {{nome}}, ti chiamiamo oggi?')] },
  { ...approved, name: 'con_foto', components: [{ type: 'HEADER', format: 'IMAGE' }, body('Ecco')] },
  {
    ...approved,
    name: 'con_bottone',
    components: [
      body('Segui il pacco'),
      { type: 'BUTTONS', buttons: [{ type: 'URL', url: 'https://e.it/{{1}}' }] },
    ],
  },
  { ...approved, name: 'codice', category: 'AUTHENTICATION', components: [body('{{1}} è il tuo codice')] },
  { ...approved, name: 'in_attesa', status: 'PENDING', components: [body('Ciao')] },
].map((one, at) => ({ type: 'wa-template', id: `7${at}`, ...one }));

let meta: RunningMeta;
const start = async (scopes?: string[]) => {
  const { token } = whatsappWorld(meta, scopes);
  const waba = meta.objects.get('102290129340398');
  if (waba) meta.put({ ...waba, message_templates: templates });
  const channel = openMeta(whatsappChannel, { meta, http, settings });
  channel.give({ accessToken: token });
  return channel;
};
beforeEach(async () => {
  meta = await startMeta({ now: () => new Date() });
});
afterEach(() => meta.stop());
afterAll(() => http.close());

const TWO_DAYS = 2 * 24 * 3_600_000;
const late = () => ({
  nativeId: 'wamid.Q',
  author: { nativeId: 'IT.1' },
  saidAt: new Date(Date.now() - TWO_DAYS).toISOString(),
  replyContext: { to: '393330000000' },
});

it('offers the approved templates that are made of words alone', async () => {
  const channel = await start();
  const limits = expectOk(await whatsappChannel.limits(channel.context()));
  expect(limits.templates).toMatchObject({
    afterHours: 24,
    choices: [
      { id: 'it:ordine_pronto', name: 'ordine pronto', places: ['1', '2'], footer: 'Via del Mare 1' },
      { id: 'it:a_voce', places: ['nome'] },
    ],
  });
});

it('has none to offer while they may not be read, and answers within the day as ever', async () => {
  const channel = await start(['whatsapp_business_messaging']);
  const limits = expectOk(await whatsappChannel.limits(channel.context()));
  expect(limits.templates).toBeUndefined();
  expect(limits.text.max).toBe(4_096);
});

it('takes a template after a day, and nothing else', async () => {
  const channel = await start();
  expect(await channel.compose(late(), 'Buongiorno')).toMatchObject({
    error: [{ kind: 'closed', why: { it: expect.stringContaining('Scegline uno') } }],
  });
  const [template] = expectOk(await whatsappChannel.limits(channel.context())).templates?.choices ?? [];
  if (!template) throw new Error('no template');
  const options = { template: template.id, 'template:1': 'Anna', 'template:2': 'n. 12' };
  const text = fillTemplate(template, options);
  expect(text).toBe('Cantina Rossi\n\nCiao Anna, il tuo ordine n. 12 è pronto.\n\nVia del Mare 1');
  const payload = expectOk(await channel.compose(late(), text, { options }));
  expect(await channel.send(payload)).toMatchObject({ state: 'accepted' });
  expect([...meta.objects.values()].find(({ type }) => type === 'wa-message')).toMatchObject({
    to: '393330000000',
    template: {
      name: 'ordine_pronto',
      language: { code: 'it' },
      components: [{ parameters: [{ text: 'Anna' }, { text: 'n. 12' }] }],
    },
  });
});

it('fills in places that have names', async () => {
  const channel = await start();
  const options = { template: 'it:a_voce', 'template:nome': 'Anna' };
  const payload = expectOk(await channel.compose(late(), 'Ciao Anna, ti chiamiamo oggi?', { options }));
  expect(await channel.send(payload)).toMatchObject({ state: 'accepted' });
});

it('refuses a place left empty or of two lines, another text than the template’s, and a template that is not there', async () => {
  const channel = await start();
  const refused = async (options: Record<string, string>, text: string) => {
    const composed = await channel.compose(late(), text, { options });
    return composed.ok ? [] : composed.error.map((one) => ('detail' in one ? one.detail : one.kind));
  };
  const voice = { template: 'it:a_voce' };
  expect(await refused(voice, 'Ciao {{nome}}, ti chiamiamo oggi?')).toEqual(['template-places']);
  expect(await refused({ ...voice, 'template:nome': 'An\nna' }, 'Ciao An\nna, ti chiamiamo oggi?')).toEqual([
    'template-places',
  ]);
  expect(await refused({ ...voice, 'template:nome': 'Anna' }, 'Tutt’altro')).toEqual(['template-text']);
  expect(await refused({ template: 'it:in_attesa' }, 'Ciao')).toEqual(['template']);
});

it('says what became of a template that was paused in between', async () => {
  const channel = await start();
  const options = { template: 'it:a_voce', 'template:nome': 'Anna' };
  const payload = expectOk(await channel.compose(late(), 'Ciao Anna, ti chiamiamo oggi?', { options }));
  const waba = meta.objects.get('102290129340398');
  if (waba) meta.put({ ...waba, message_templates: templates.map((one) => ({ ...one, status: 'PAUSED' })) });
  expect(await channel.send(payload)).toMatchObject({ state: 'rejected' });
});
