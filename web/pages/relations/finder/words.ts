const it = { title: 'Trova i PMI', lead: 'Le persone che tengono insieme un campo.' };
const en: typeof it = { title: 'Find the PMI', lead: 'The people who hold a field together.' };
export const words = { it, en };
