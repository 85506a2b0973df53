const it = { title: 'La nostra rete', lead: 'Con chi parliamo, e quanto ci lega.' };
const en: typeof it = { title: 'Our web', lead: 'Whom we talk with, and how much ties us.' };
export const words = { it, en };
