const it = { called: (name: string) => `${name} ti chiama in una conversazione.`, open: 'Apri' };
const en: typeof it = { called: (name: string) => `${name} calls you into a conversation.`, open: 'Open' };
export const words = { it, en };
