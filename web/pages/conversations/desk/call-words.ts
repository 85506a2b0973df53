const it = {
  called: (name: string) => `${name} ti chiama in una conversazione.`,
  overdue: 'Una conversazione aspetta oltre il tempo promesso.',
  open: 'Apri',
};
const en: typeof it = {
  called: (name: string) => `${name} calls you into a conversation.`,
  overdue: 'A conversation has waited longer than promised.',
  open: 'Open',
};
export const words = { it, en };
