const it = {
  add: 'Aggiungi un’immagine',
  addAnother: 'Aggiungi un’altra immagine',
  addScreenshot: 'Aggiungi una schermata',
  ways: 'Puoi anche incollarla o trascinarla qui.',
  limits: (count: number, megabytes: string) =>
    count === 1 ? `Una sola, fino a ${megabytes} MB.` : `Fino a ${count}, di ${megabytes} MB al massimo.`,
  pictures: 'Immagini',
  alt: 'Che cosa si vede',
  altNeeded: 'La legge chi non può vedere l’immagine: per questo qui serve prima di inviare.',
  altWelcome: 'La legge chi non può vedere l’immagine.',
  altOver: (count: number) => `La descrizione è più lunga di ${count} caratteri.`,
  remove: (name: string) => `Togli l’immagine ${name}`,
  loading: 'Carico l’immagine…',
  tooMany: (count: number) =>
    count === 1
      ? 'Su questo canale sta una sola immagine.'
      : `Su questo canale stanno al massimo ${count} immagini.`,
  tooHeavy: (megabytes: string) => `Per questo canale pesa troppo: al massimo ${megabytes} MB.`,
  wrongKind: 'Questo canale non accetta immagini di questo tipo.',
};
const en: typeof it = {
  add: 'Add an image',
  addAnother: 'Add another image',
  addScreenshot: 'Add a screenshot',
  ways: 'You can also paste it or drop it here.',
  limits: (count: number, megabytes: string) =>
    count === 1 ? `One only, up to ${megabytes} MB.` : `Up to ${count}, of ${megabytes} MB at most.`,
  pictures: 'Images',
  alt: 'What can be seen',
  altNeeded: 'Whoever cannot see the image reads this: that is why it is needed before sending.',
  altWelcome: 'Whoever cannot see the image reads this.',
  altOver: (count: number) => `The description is longer than ${count} characters.`,
  remove: (name: string) => `Remove the image ${name}`,
  loading: 'Loading the image…',
  tooMany: (count: number) =>
    count === 1 ? 'This channel takes one image only.' : `This channel takes ${count} images at most.`,
  tooHeavy: (megabytes: string) => `Too heavy for this channel: ${megabytes} MB at most.`,
  wrongKind: 'This channel does not take images of this kind.',
};
export const words = { it, en };
