import { GraphRefusal } from './graph-fields.ts';
import type { Vendor } from './meta-server.ts';

type Parameter = { readonly type?: string; readonly text?: string; readonly parameter_name?: string };
type Asked = {
  readonly name?: string;
  readonly language?: { readonly code?: string };
  readonly components?: readonly { readonly type?: string; readonly parameters?: readonly Parameter[] }[];
};
type Kept = {
  readonly name?: string;
  readonly language?: string;
  readonly status?: string;
  readonly components?: unknown;
};

/**
 * Refuses what the vendor refuses of a template: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 * (132000 number of parameters, 132001 no such template in the language, 132015 not approved, 132018 what stands in a place).
 */
export const checkTemplate = (vendor: Pick<Vendor, 'objects'>, given: unknown): void => {
  const asked = given as Asked | undefined;
  const waba = [...vendor.objects.values()].find(({ type }) => type === 'waba');
  const known = ((waba?.message_templates as readonly Kept[] | undefined) ?? []).find(
    ({ name, language }) => name === asked?.name && language === asked?.language?.code,
  );
  if (!known)
    throw new GraphRefusal(404, 132001, '(#132001) Template name does not exist in the translation');
  if (known.status !== 'APPROVED') throw new GraphRefusal(400, 132015, '(#132015) Template is paused');
  const components = known.components as readonly { readonly type: string; readonly text?: string }[];
  const body = components.find(({ type }) => type === 'BODY')?.text ?? '';
  const places = [...new Set([...body.matchAll(/\{\{(\w+)\}\}/g)].map(([, place]) => place))];
  const parameters = asked?.components?.find(({ type }) => type === 'body')?.parameters ?? [];
  if (parameters.length !== places.length)
    throw new GraphRefusal(
      400,
      132000,
      '(#132000) Number of parameters does not match the expected number of params',
    );
  for (const [at, { type, text = '', parameter_name: name }] of parameters.entries()) {
    const isNamed = !/^\d+$/.test(places[at] ?? '');
    if (type !== 'text' || (isNamed && name !== places[at]) || (!isNamed && name !== undefined))
      throw new GraphRefusal(400, 100, '(#100) Invalid parameter');
    if (text === '' || /[\n\t]| {5,}/.test(text))
      throw new GraphRefusal(
        400,
        132018,
        '(#132018) Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
      );
  }
};
