const it = {
  title: 'Informazioni',
  lead: 'Che cosa gira su questo server, e con quali diritti per chi lo usa.',
  version: 'Versione',
  licence: 'Licenza',
  licenceText:
    'GNU AGPL, versione 3 o successiva: puoi usarlo, studiarlo, cambiarlo e darlo ad altri alle stesse condizioni.',
  source: 'Codice sorgente',
  sourceLink: 'Il codice sorgente di questa versione',
  sourceAsk:
    'Hai diritto al codice sorgente della versione che stai usando: chiedilo a chi gestisce il server, che può indicarlo qui con PASSAPAROLA_SOURCE_URL.',
};
const en: typeof it = {
  title: 'About',
  lead: 'What runs on this server, and the rights of those who use it.',
  version: 'Version',
  licence: 'Licence',
  licenceText:
    'GNU AGPL, version 3 or later: you may use it, study it, change it and pass it on under the same terms.',
  source: 'Source code',
  sourceLink: 'The source code of this version',
  sourceAsk:
    'You have a right to the source code of the version you are using: ask whoever runs the server, who can name the place here with PASSAPAROLA_SOURCE_URL.',
};
export const words = { it, en };
