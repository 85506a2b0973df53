const it = {
  askTitle: 'Una password nuova',
  askLead: 'Scrivi la tua mail: ti mandiamo un indirizzo per sceglierne un’altra, che vale un’ora.',
  email: 'La tua mail',
  send: 'Mandami l’indirizzo',
  sentTitle: 'Guarda la posta',
  sentLead:
    'Se questa mail ha un accesso, l’indirizzo sta arrivando. Se non arriva niente in qualche minuto, chi gestisce il server può non aver impostato la posta: chiedi aiuto a chi coordina.',
  back: 'Torna alla porta',
  newTitle: 'Scegli la password nuova',
  newLead: 'Quando la cambi, usciamo da tutti i dispositivi: poi entri con questa.',
  password: 'Password nuova',
  passwordHelp: 'Almeno 10 caratteri. Tre parole a caso vanno benissimo.',
  save: 'Cambia la password',
  done: 'Password cambiata. Ora entra con quella nuova.',
};
const en: typeof it = {
  askTitle: 'A new password',
  askLead: 'Type your e-mail: we send you a link to choose another, valid for one hour.',
  email: 'Your e-mail',
  send: 'Send me the link',
  sentTitle: 'Look at your mail',
  sentLead:
    'If this address has an account, the link is on its way. If nothing arrives in some minutes, whoever runs the server may not have set up mail: ask a coordinator for help.',
  back: 'Back to the door',
  newTitle: 'Choose the new password',
  newLead: 'When you change it we sign you out everywhere: then you sign in with this one.',
  password: 'New password',
  passwordHelp: 'At least 10 characters. Three random words do very well.',
  save: 'Change the password',
  done: 'Password changed. Now sign in with the new one.',
};
export const words = { it, en };
