const it = {
  missing: 'Serve qualcosa qui.',
  email: 'Non sembra un indirizzo mail: manca la chiocciola o il dominio.',
  url: 'Non sembra un indirizzo web: deve cominciare con https://',
  number: 'Serve un numero.',
  short: (least: number) => `Troppo corto: servono almeno ${least} caratteri.`,
  long: 'Troppo lungo.',
  other: 'Così non va bene.',
  optional: 'facoltativo',
  show: 'Mostra',
  hide: 'Nascondi',
};
const en: typeof it = {
  missing: 'Something is needed here.',
  email: 'This does not look like an e-mail address: the @ or the domain is missing.',
  url: 'This does not look like a web address: it must start with https://',
  number: 'A number is needed.',
  short: (least: number) => `Too short: at least ${least} characters are needed.`,
  long: 'Too long.',
  other: 'This will not do.',
  optional: 'optional',
  show: 'Show',
  hide: 'Hide',
};
export const words = { it, en };
