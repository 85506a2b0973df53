import type { Violation, Words } from '../../channels/index.ts';

const units = {
  grapheme: { it: 'caratteri', en: 'characters' },
  utf16: { it: 'caratteri', en: 'characters' },
  byte: { it: 'byte', en: 'bytes' },
} as const;

/** What the channel does not take in this text, with its numbers. */
export const violationWords = (violation: Violation): Words => {
  switch (violation.kind) {
    case 'empty':
      return { it: 'Manca il testo.', en: 'There is no text.' };
    case 'alt-missing':
      return { it: 'A un’immagine manca la descrizione.', en: 'An image has no description.' };
    case 'media-missing':
      return {
        it: 'Un’immagine non c’è più: aggiungila di nuovo.',
        en: 'An image is no longer there: add it again.',
      };
    case 'reply-target-missing':
      return {
        it: 'Il messaggio a cui rispondi non c’è più.',
        en: 'The message you are answering is no longer there.',
      };
    case 'closed':
      return violation.why;
    case 'too-long': {
      const over = violation.length - violation.max;
      const unit = units[violation.unit];
      return {
        it: `È troppo lungo di ${over}: qui stanno ${violation.max} ${unit.it}, ne hai scritti ${violation.length}.`,
        en: `It is ${over} too long: ${violation.max} ${unit.en} fit here, you wrote ${violation.length}.`,
      };
    }
    case 'too-many-media':
      return {
        it: 'Ci sono troppe immagini per questo canale.',
        en: 'There are too many images for this channel.',
      };
    case 'media-too-large':
      return { it: 'Un allegato è troppo grande.', en: 'An attachment is too large.' };
    case 'media-type':
      return {
        it: 'Il canale non accetta questo tipo di file.',
        en: 'The channel does not take this kind of file.',
      };
    case 'bad-option':
      if (violation.detail === 'alt')
        return {
          it: 'La descrizione di un’immagine è troppo lunga per questo canale.',
          en: 'The description of an image is too long for this channel.',
        };
      if (violation.detail === 'template-places')
        return {
          it: 'Riempi ogni spazio del modello, ciascuno su una riga sola.',
          en: 'Fill in each place of the template, each on a single line.',
        };
      if (violation.detail === 'template-text')
        return {
          it: 'Il testo non è più quello del modello: sceglilo di nuovo.',
          en: 'The text is no longer that of the template: choose it again.',
        };
      return { it: 'Il canale non offre questa scelta.', en: 'The channel does not offer this choice.' };
  }
};

/** The part of the request that a violation is about, for `errors[].path`. */
export const violationPath = (violation: Violation): string => {
  if (mediaKinds.has(violation.kind)) return 'media';
  if (violation.kind === 'bad-option') return violation.detail === 'alt' ? 'media' : 'options';
  if (violation.kind === 'reply-target-missing' || violation.kind === 'closed') return 'mentionId';
  return 'body';
};

const mediaKinds: ReadonlySet<Violation['kind']> = new Set([
  'alt-missing',
  'media-missing',
  'too-many-media',
  'media-too-large',
  'media-type',
]);
