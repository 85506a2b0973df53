import { fittingId } from '../text-digest.ts';

const MAX_REFERENCES = 50;

/** The identifiers in a Message-ID, In-Reply-To or References field, without their brackets, each once, in their order. */
export const readMessageIds = (field: string): readonly string[] => {
  const found = [...field.slice(0, 20_000).matchAll(/<([^<>]{1,990})>/g)].map(([, id = '']) => id);
  const ids = (found.length > 0 ? found : bareIds(field))
    .map((id) => id.replace(/\s+/g, ''))
    .filter((id) => id !== '');
  return [...new Set(ids)].map(fittingId);
};

/** Old and careless programs forget the brackets. */
const bareIds = (field: string): readonly string[] =>
  field
    .slice(0, 2_000)
    .split(/[\s,]+/)
    .filter((word) => /^[^\s<>"()]+@[^\s<>"()]+$/.test(word));

/** The beginning of a conversation and its latest letters: what lies between may go (RFC 5322 3.6.4 lets it). */
export const capReferences = (ids: readonly string[], max = MAX_REFERENCES): readonly string[] =>
  ids.length <= max ? ids : [...ids.slice(0, 1), ...ids.slice(-(max - 1))];

/** The Message-ID of our own letter, the same at every attempt; without brackets, as a native id. */
export const messageIdOf = (opKey: string, address: string): string =>
  `${opKey.replace(/[^\w.+-]/g, '')}@${address.split('@').at(-1) ?? 'localhost'}`;
