const LONGEST = 40;

/** First words of our own addresses: a company called like one of them gets a number. */
const reserved = new Set([
  'api',
  'assets',
  'accedi',
  'entra',
  'in',
  'senza-azienda',
  'icons',
  'avvio',
  'nuova-password',
  'invito',
  'informativa',
  'profilo',
  'register',
  'registro',
  'com-e-andata',
  'how-did-it-go',
  'stato',
  'status',
  'health',
  'metrics',
  'sign-in',
  'set-up',
  'sw.js',
  'invitation',
  'settings',
  'reset-password',
]);

/** A name as it appears in an address: `Cantina Rossi & Figli` becomes `cantina-rossi-figli`; never empty. */
export const slugOf = (name: string): string => {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-');
  return words.slice(0, LONGEST).replace(/-+$/, '') || 'azienda';
};

/** The `attempt`-th address to try for a name, from 0: the plain one, then `-2`, `-3` ... */
export const slugCandidate = (name: string, attempt: number): string => {
  const slug = slugOf(name);
  const number = attempt + (reserved.has(slug) ? 2 : 1);
  return number === 1 ? slug : `${slug}-${number}`;
};
