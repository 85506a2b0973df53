const it = { title: 'La mappa', lead: 'Chi conosce chi, e che cosa manca.' };
const en: typeof it = { title: 'The map', lead: 'Who knows whom, and what is missing.' };
export const words = { it, en };
