const it = {
  title: 'Cerca e vai',
  placeholder: 'Una pagina, un’azione…',
  nothing: 'Niente con questo nome. Prova con un’altra parola.',
  keysTitle: 'Scorciatoie da tastiera',
  keysLead: 'Valgono quando non stai scrivendo in un campo.',
  palette: 'Cerca una pagina o un’azione',
  thisSheet: 'Mostra queste scorciatoie',
  always: 'Ovunque',
};
const en: typeof it = {
  title: 'Search and go',
  placeholder: 'A page, an action…',
  nothing: 'Nothing by that name. Try another word.',
  keysTitle: 'Keyboard shortcuts',
  keysLead: 'They work when you are not typing in a field.',
  palette: 'Find a page or an action',
  thisSheet: 'Show these shortcuts',
  always: 'Everywhere',
};
export const words = { it, en };
