import { z } from 'zod';
import { cleanBody, cleanLine } from '../clean-words.ts';
import type { ContentLimits, Draft, Template, Violation, Words } from '../contract.ts';
import { callGraph } from '../meta/graph-call.ts';
import { listOf, maybe, Text } from '../meta/tolerant.ts';
import { fillTemplate, placeOption, templatePlaces } from '../template.ts';
import { graphOf, type WhatsappContext } from './client.ts';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages#customer-service-windows */
export const WINDOW_HOURS = 24;
/** One page of them: nobody chooses among more. */
const MOST = 100;
const BODY_MAX = 1_024;

const ComponentSchema = z.object({
  type: z.string().max(50),
  format: maybe(z.string().max(50)),
  text: maybe(Text),
  buttons: maybe(listOf(z.object({ type: z.string().max(50), url: maybe(Text) }), 20)),
});
type Component = z.infer<typeof ComponentSchema>;

const TemplateSchema = z.object({
  name: z.string().min(1).max(512),
  language: z.string().min(2).max(20),
  status: z.string().max(50),
  category: maybe(z.string().max(50)),
  components: listOf(ComponentSchema, 20),
});
type Told = z.infer<typeof TemplateSchema>;

/**
 * The account's approved templates that are made of words alone; undefined when they cannot be read now.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/template-api
 */
export const readTemplates = async (context: WhatsappContext): Promise<ContentLimits['templates']> => {
  const path = `${encodeURIComponent(context.settings.businessAccountId)}/message_templates`;
  const params = { fields: 'name,language,status,category,components', status: 'APPROVED', limit: MOST };
  const schema = z.object({ data: listOf(TemplateSchema, MOST) });
  const read = await callGraph(graphOf(context), { path, params }, schema);
  return read.ok
    ? { afterHours: WINDOW_HOURS, choices: read.value.output.data.flatMap(templateOf) }
    : undefined;
};

/** Pictures in the heading, places outside of the text, codes to copy: these take more than words, and are left to the vendor's own page. */
const templateOf = ({ name, language, status, category, components }: Told): readonly Template[] => {
  const part = (type: string) => components.find((one) => one.type.toUpperCase() === type);
  const [header, body, footer] = [part('HEADER'), part('BODY'), part('FOOTER')];
  const isPlain =
    status === 'APPROVED' &&
    category !== 'AUTHENTICATION' &&
    components.every(({ type }) => known.has(type.toUpperCase())) &&
    (!header || (header.format?.toUpperCase() === 'TEXT' && !hasPlaces(header.text))) &&
    (part('BUTTONS')?.buttons ?? []).every(isFixed);
  const text = cleanBody(body?.text ?? '');
  if (!isPlain || text === '') return [];
  return [
    {
      id: `${language}:${name}`,
      name: cleanLine(name.replaceAll('_', ' '), 200),
      language,
      ...(header?.text ? { header: cleanLine(header.text, 200) } : {}),
      body: text,
      ...(footer?.text ? { footer: cleanLine(footer.text, 200) } : {}),
      places: templatePlaces(text),
    },
  ];
};

const known: ReadonlySet<string> = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS']);

const hasPlaces = (text: string | undefined): boolean => (text ?? '').includes('{{');

const isFixed = ({ type, url }: NonNullable<Component['buttons']>[number]): boolean =>
  ['QUICK_REPLY', 'URL', 'PHONE_NUMBER'].includes(type.toUpperCase()) && !hasPlaces(url);

/** As `messages` wants it: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/template-messages */
export type TemplatePayload = {
  readonly name: string;
  readonly language: string;
  readonly parameters: readonly { readonly place: string; readonly text: string }[];
};

/** The template that a draft names, with its places filled in; undefined when it names none. Pure. */
export const composeTemplate = (
  { options, text, media }: Draft,
  { templates }: ContentLimits,
): { readonly template?: TemplatePayload; readonly violations: readonly Violation[] } | undefined => {
  if (!options.template) return undefined;
  const chosen = templates?.choices.find(({ id }) => id === options.template);
  if (!chosen) return { violations: [{ kind: 'bad-option', detail: 'template' }] };
  const parameters = chosen.places.map((place) => ({ place, text: oneLine(options[placeOption(place)]) }));
  const said = fillTemplate(chosen, options);
  const violations: readonly Violation[] = [
    ...(parameters.some((one) => one.text === '' || one.text !== options[placeOption(one.place)]?.trim())
      ? [{ kind: 'bad-option', detail: 'template-places' } as const]
      : []),
    // What was looked at and approved is what leaves.
    ...(cleanBody(text) === cleanBody(said)
      ? []
      : [{ kind: 'bad-option', detail: 'template-text' } as const]),
    ...(said.length > BODY_MAX
      ? [{ kind: 'too-long', length: said.length, max: BODY_MAX, unit: 'utf16' } as const]
      : []),
    ...(media.length > 0
      ? [{ kind: 'too-many-media', detail: `${media.length} of at most 0` } as const]
      : []),
  ];
  const { language } = chosen;
  return { template: { name: chosen.id.slice(language.length + 1), language, parameters }, violations };
};

/** Line breaks, tabs and rows of blanks are refused in what fills a place (error 132018). */
const oneLine = (text: string | undefined): string => cleanLine(text ?? '', 500);

/** Positional places are numbers; the others go by their names. */
export const templateJson = ({ name, language, parameters }: TemplatePayload): object => ({
  name,
  language: { code: language },
  ...(parameters.length === 0
    ? {}
    : {
        components: [
          {
            type: 'body',
            parameters: parameters.map(({ place, text }) =>
              /^\d+$/.test(place) ? { type: 'text', text } : { type: 'text', parameter_name: place, text },
            ),
          },
        ],
      }),
});

export const windowClosed = (choices: number): Words =>
  choices > 0
    ? {
        it: 'Sono passate più di 24 ore dal suo messaggio: WhatsApp accetta ormai solo un modello approvato, a pagamento. Scegline uno qui sotto, usa un altro canale, o aspetta che scriva di nuovo.',
        en: 'More than 24 hours have passed since the message: WhatsApp now takes only an approved template, which is paid. Choose one below, use another channel, or wait until they write again.',
      }
    : {
        it: 'Sono passate più di 24 ore dal suo messaggio: WhatsApp accetta ormai solo modelli approvati prima e a pagamento, e qui non ne vediamo. Fanne approvare uno di solo testo nel Gestore di WhatsApp, usa un altro canale, o aspetta che scriva di nuovo.',
        en: 'More than 24 hours have passed since the message: WhatsApp now takes only templates, approved beforehand and paid, and we see none. Have one of words alone approved in WhatsApp Manager, use another channel, or wait until they write again.',
      };
