const it = {
  title: 'Cominciamo',
  lead: 'Due minuti: dicci chi siete, poi aggiungi il primo canale e leggi le prime parole.',
  company: 'Come si chiama l’azienda',
  companyExample: 'Cantina Valle Scura',
  name: 'Come ti chiami',
  nameHelp: 'Le risposte portano la firma di una persona: questa è la tua.',
  email: 'La tua mail',
  emailHelp: 'Serve per entrare. Nessun altro la vede.',
  password: 'Scegli una password',
  passwordHelp: 'Almeno 10 caratteri. Tre parole a caso vanno benissimo.',
  start: 'Apri la casa',
  helpTitle: 'La porta è ancora chiusa',
  helpLead: 'Questa installazione aspetta la sua prima persona.',
  helpText:
    'Quando il server è partito ha scritto un indirizzo da usare una volta sola, che comincia con /avvio/. È nella finestra in cui hai lanciato «npm start»: aprilo da lì.',
  helpLost: 'Se non lo trovi, ferma il server e fallo ripartire: ne scrive uno nuovo.',
  doneTitle: 'Questa installazione è già aperta',
  doneText:
    'Qualcuno ha già fatto il primo passo. Entra con il tuo indirizzo, o chiedi un invito a chi coordina.',
  signIn: 'Entra',
};
const en: typeof it = {
  title: 'Let us begin',
  lead: 'Two minutes: say who you are, then add the first channel and read the first words.',
  company: 'What the company is called',
  companyExample: 'Valle Scura Winery',
  name: 'What your name is',
  nameHelp: 'Answers carry the signature of a person: this one is yours.',
  email: 'Your e-mail',
  emailHelp: 'You sign in with it. Nobody else sees it.',
  password: 'Choose a password',
  passwordHelp: 'At least 10 characters. Three random words do very well.',
  start: 'Open the house',
  helpTitle: 'The door is still closed',
  helpLead: 'This installation is waiting for its first person.',
  helpText:
    'When the server started it wrote an address to be used once, which begins with /avvio/. It is in the window where you ran “npm start”: open it from there.',
  helpLost: 'If you cannot find it, stop the server and start it again: it writes a new one.',
  doneTitle: 'This installation is already open',
  doneText:
    'Somebody has taken the first step. Sign in with your address, or ask a coordinator for an invitation.',
  signIn: 'Sign in',
};
export const words = { it, en };
