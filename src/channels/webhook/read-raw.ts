import type { RawItem } from '../events.ts';
import { storable } from '../storable.ts';
import { fittingId, textDigest } from '../text-digest.ts';
import { guessMapping } from '../told/guess-mapping.ts';
import { type Mapping, readMapping } from '../told/mapping.ts';
import { leavesOf, pointAt, textAt } from '../told/pointer.ts';

export const WEBHOOK_TYPE = 'application/vnd.passaparola.webhook+json';

const MOST_THINGS = 1_000;

/**
 * A delivery as raw items. `context`: `list`, `mapping`, `source`, `zone` as in the settings. Undefined when it is not JSON.
 */
export const thingsIn = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] | undefined => {
  const whole = parse(bytes);
  if (whole === undefined) return undefined;
  const found = context.list ? pointAt(whole, context.list) : whole;
  const things = Array.isArray(found) ? found.slice(0, MOST_THINGS) : [found ?? null];
  const items = things.map((thing) => rawItemOf(thing, context));
  return [...new Map(items.map((item) => [`${item.nativeId}\n${item.revision}`, item])).values()];
};

/** Total: what is not JSON is one thing that nobody recognises. */
export const readRawWebhook = (
  bytes: Uint8Array,
  context: Readonly<Record<string, string>>,
): readonly RawItem[] => {
  if (bytes.length === 0) return [];
  return thingsIn(bytes, context) ?? [rawItemOf(new TextDecoder().decode(bytes.subarray(0, 4_096)), context)];
};

/** Its own id where the mapping points at one; the digest is the revision, so that the same thing again is known again. */
const rawItemOf = (thing: unknown, context: Readonly<Record<string, string>>): RawItem => {
  const body = storable(JSON.stringify(thing) ?? 'null');
  const digest = textDigest(body);
  const own = textAt(thing, mappingFor(thing, context).places.id).trim();
  return {
    nativeId: fittingId(own ? `${context.source ?? ''}:${own}` : `digest:${digest}`),
    revision: digest,
    contentType: WEBHOOK_TYPE,
    encoding: 'utf8',
    body,
    context: Object.fromEntries(
      Object.entries(context).map(([name, value]) => [storable(name), storable(value)]),
    ),
  };
};

export const mappingFor = (thing: unknown, { mapping }: Readonly<Record<string, string>>): Mapping =>
  mapping ? readMapping(mapping) : guessMapping(leavesOf(thing).map(({ pointer }) => pointer));

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};
