import type { Item } from '../events.ts';
import { type Mappable, type Mapping, mappable } from '../told/mapping.ts';
import { pointAt, textAt } from '../told/pointer.ts';
import { normaliseWebhook } from './normalise.ts';
import { mappingFor, thingsIn } from './read-raw.ts';

/** How a delivery would be read. `mapping`: JSON as in the settings; empty: guessed by names. */
export type TriedMapping = {
  readonly list: string;
  readonly mapping: string;
  readonly source: string;
  readonly zone: string;
};

export type TriedField = {
  readonly pointer: string;
  /** What stands there in this thing, shortened; empty where nothing readable stands. */
  readonly value: string;
};

export type TriedThing = {
  /** The mention that would come of it. */
  readonly item: Item | null;
  /** Why none would: `no-text`, `no-date` or `not-json`. */
  readonly trouble: string | null;
  /** Each place of the mapping, as it is in this thing. */
  readonly fields: Readonly<Partial<Record<Mappable, TriedField>>>;
};

export type TriedDelivery = {
  /** How many things the delivery brought, by the list. */
  readonly count: number;
  /** `nothing`: the list points where nothing is. `not-a-list`: there is one thing, no list. */
  readonly list: 'ok' | 'nothing' | 'not-a-list';
  /** The one that holds, chosen or guessed from the first thing. */
  readonly mapping: Mapping;
  readonly isGuessed: boolean;
  readonly things: readonly TriedThing[];
};

const MOST_SHOWN = 5;
const LONGEST_VALUE = 300;

/** What would come of a delivery: the very code that reads it when it comes. Undefined when it is not JSON. Pure and total. */
export const previewDelivery = (body: Uint8Array, tried: TriedMapping): TriedDelivery | undefined => {
  const whole = parse(body);
  if (whole === undefined) return undefined;
  const context = { ...tried };
  const items = thingsIn(body, context) ?? [];
  const found = tried.list ? pointAt(whole, tried.list) : whole;
  const things = items.slice(0, MOST_SHOWN).map((raw): TriedThing => {
    const [event] = normaliseWebhook(raw);
    const thing = parse(new TextEncoder().encode(raw.body));
    return {
      item: event?.kind === 'item' ? event.item : null,
      trouble: event?.kind === 'unrecognised' ? event.reason : null,
      fields: fieldsOf(thing, mappingFor(thing, context)),
    };
  });
  return {
    count: found === undefined ? 0 : items.length,
    list: found === undefined ? 'nothing' : tried.list === '' || Array.isArray(found) ? 'ok' : 'not-a-list',
    mapping: mappingFor(Array.isArray(found) ? found[0] : found, context),
    isGuessed: tried.mapping === '',
    things: found === undefined ? [] : things,
  };
};

const fieldsOf = (thing: unknown, { places }: Mapping): TriedThing['fields'] =>
  Object.fromEntries(
    mappable.flatMap((field) => {
      const pointer = places[field];
      const value = textAt(thing, pointer).slice(0, LONGEST_VALUE).toWellFormed();
      return pointer === undefined ? [] : [[field, { pointer, value }] as const];
    }),
  );

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};
