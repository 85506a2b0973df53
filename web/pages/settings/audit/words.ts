const it = {
  title: 'Registro delle modifiche',
  lead: 'Chi ha cambiato che cosa, e quando. Non si può riscrivere.',
  system: 'Passaparola',
  earlier: 'Mostra le precedenti',
  emptyTitle: 'Ancora nessuna modifica',
  emptyText:
    'Qui compare ogni cosa che qualcuno cambia: ruoli, inviti, canali, risposte. Serve a capirsi, non a controllare.',
  details: 'Particolari',
  withKey: (name: string) => `con la chiave «${name}»`,
};
const en: typeof it = {
  title: 'Log of changes',
  lead: 'Who changed what, and when. It cannot be rewritten.',
  system: 'Passaparola',
  earlier: 'Show earlier ones',
  emptyTitle: 'No changes yet',
  emptyText:
    'Everything that somebody changes appears here: roles, invitations, channels, answers. It is for understanding, not for surveillance.',
  details: 'Details',
  withKey: (name) => `with the key “${name}”`,
};
export const words = { it, en };
