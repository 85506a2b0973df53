import type { Item } from '../events.ts';
import type { Letter } from './letter.ts';
import { capReferences, readMessageIds } from './message-id.ts';
import { type Headers, headerOf } from './mime/read-headers.ts';
import { readReceipt } from './pec.ts';

/** Which conversation a letter belongs to, by RFC 5322 3.6.4; a certified letter also by the id it has inside. */
export const threadOf = ({
  root,
  envelope,
  isCertified,
}: Letter): Pick<Item, 'parentNativeId' | 'rootNativeId' | 'references'> => {
  const own = new Set([root, envelope].flatMap(({ headers }) => idsOf(headers, 'message-id')));
  const earlier = idsOf(root.headers, 'references').filter((id) => !own.has(id));
  const answered = idsOf(root.headers, 'in-reply-to').find((id) => !own.has(id));
  const parent = answered ?? earlier.at(-1) ?? readReceipt(envelope.headers)?.ofNativeId;
  const rootId = earlier[0] ?? parent;
  const inside = isCertified ? idsOf(root.headers, 'message-id') : [];
  return {
    ...(parent ? { parentNativeId: parent } : {}),
    ...(rootId ? { rootNativeId: rootId } : {}),
    references: capReferences([...new Set([...earlier, ...(answered ? [answered] : []), ...inside])]),
  };
};

const idsOf = (headers: Headers, name: string): readonly string[] => readMessageIds(headerOf(headers, name));
