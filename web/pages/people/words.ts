const it = { title: 'Persone', lead: 'Tutti quelli con cui abbiamo a che fare.' };
const en: typeof it = { title: 'People', lead: 'Everyone we have to do with.' };
export const words = { it, en };
