import { v7 } from 'uuid';

type Place = { readonly threadId: string; readonly mentionId: string };
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nameOf = ({ threadId, mentionId }: Place): string => `passaparola.reply.${threadId}.${mentionId}`;

/**
 * The id of the answer that is being written there: the same until the server says that it has it, through a lost
 * acknowledgement, a closed composer and a reloaded page, so that sending again cannot make two of it. `forget`
 * begins another. Not `crypto.randomUUID`, which a page over plain http in the house's own network does not have.
 */
export const createReplyIds = (storage: () => Storage) => {
  const inMemory = new Map<string, string>();
  const stored = <Value>(ask: (storage: Storage) => Value): Value | undefined => {
    try {
      return ask(storage());
    } catch {
      // Storage may be forbidden or full: what this window remembers has to do.
      return undefined;
    }
  };
  return {
    idFor: (place: Place): string => {
      const name = nameOf(place);
      const id = inMemory.get(name) ?? stored((kept) => kept.getItem(name)) ?? v7();
      inMemory.set(name, id);
      stored((kept) => kept.setItem(name, id));
      return id;
    },
    forget: (place: Place): void => {
      const name = nameOf(place);
      inMemory.delete(name);
      stored((kept) => kept.removeItem(name));
    },
  };
};

export const replyIds = createReplyIds(() => sessionStorage);
