import type { Words } from '../../channels/index.ts';

/**
 * What happened in a conversation while an answer waited. `removed`: its author took it back; `forgotten`: it is gone wholly, a person
 * asked to be forgotten or an import was undone.
 */
export type MovedOn = {
  readonly kind: 'answered' | 'they-wrote' | 'removed' | 'forgotten' | 'closed';
  /** A colleague's answer; null for the others. */
  readonly byId: string | null;
  readonly body: string;
  readonly at: Date | null;
};

/** There is nothing to answer any more: such an answer can only be given back or withdrawn. */
export const nothingToAnswer = (moved: readonly MovedOn[]): boolean =>
  moved.some(({ kind }) => kind === 'removed' || kind === 'forgotten');

export const movedOnWords = (kind: MovedOn['kind'], byName: string | null): Words => {
  switch (kind) {
    case 'answered':
      return byName
        ? { it: `Intanto ha risposto ${byName}.`, en: `${byName} has answered meanwhile.` }
        : {
            it: 'Intanto qualcuno ha risposto dal canale.',
            en: 'Somebody has answered on the channel meanwhile.',
          };
    case 'they-wrote':
      return { it: 'Intanto ci hanno scritto ancora.', en: 'They have written again meanwhile.' };
    case 'removed':
      return {
        it: 'Chi l’aveva scritto lo ha tolto: non c’è più niente a cui rispondere.',
        en: 'Whoever wrote it has taken it back: there is nothing left to answer.',
      };
    case 'forgotten':
      return {
        it: 'Le parole a cui risponde sono state cancellate: non si può più inviare.',
        en: 'The words that it answers have been erased: it can no longer be sent.',
      };
    case 'closed':
      return { it: 'La conversazione è stata chiusa.', en: 'The conversation has been closed.' };
  }
};
