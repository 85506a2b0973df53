/** What the learning says of itself. */
export const words = {
  why: {
    unsure: {
      it: 'Non sono sicura di come l’ho letto: la tua risposta mi aiuta più di altre.',
      en: 'I am not sure how I read it: your answer helps me more than others.',
    },
    perhapsBad: {
      it: 'Potrebbe essere una lamentela detta piano: meglio chiedere a te.',
      en: 'It might be a complaint said softly: better to ask you.',
    },
    mixed: {
      it: 'Mi sembra che dica due cose insieme: dimmi quale pesa di più.',
      en: 'It seems to say two things at once: tell me which weighs more.',
    },
    intent: {
      it: 'Ho capito come si sente, meno che cosa vuole da noi.',
      en: 'I see how they feel, less what they want of us.',
    },
    nearEdge: {
      it: 'L’ho letto così per poco: poteva essere anche altro.',
      en: 'I read it so by a little: it could have been something else.',
    },
  },
} as const;

/** How the shipped packs are called, by sector: the file is models/packs/<sector>.it.txt. */
export const sectorTitles = {
  wine: { it: 'Vino e cantine', en: 'Wine and cellars' },
  food: { it: 'Prodotti alimentari', en: 'Food makers' },
  restaurant: { it: 'Ristoranti e bar', en: 'Restaurants and bars' },
  hotel: { it: 'Alberghi e ospitalità', en: 'Hotels and hospitality' },
  furniture: { it: 'Mobili e arredamento', en: 'Furniture' },
  mechanics: { it: 'Meccanica e officine', en: 'Mechanics and workshops' },
  fashion: { it: 'Moda e calzature', en: 'Fashion and shoes' },
  beauty: { it: 'Bellezza e benessere', en: 'Beauty and wellness' },
  craft: { it: 'Artigianato', en: 'Crafts' },
  retail: { it: 'Negozi', en: 'Shops' },
  ecommerce: { it: 'Vendita online', en: 'Online selling' },
  b2b: { it: 'Forniture alle imprese', en: 'Supplies to businesses' },
  services: { it: 'Servizi e professioni', en: 'Services and professions' },
  events: { it: 'Eventi e spettacoli', en: 'Events and shows' },
  association: { it: 'Associazioni', en: 'Associations' },
} as const;

export type Sector = keyof typeof sectorTitles;
