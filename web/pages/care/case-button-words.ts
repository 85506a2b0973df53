const it = { open: 'Apri un caso' };
const en: typeof it = { open: 'Open a case' };
export const words = { it, en };
