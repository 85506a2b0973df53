import type { Language } from '../platform/http/problem.ts';

type Mail = { readonly subject: string; readonly text: string };

const it = {
  invitation: (by: string, company: string, link: string, until: string): Mail => ({
    subject: `${by} ti invita a lavorare su Passaparola con ${company}`,
    text: `Ciao,

${by} ti invita a lavorare su Passaparola con ${company}.
Per accettare apri questo indirizzo entro ${until}:

${link}

L'invito vale una volta sola e solo per questo indirizzo di posta.
Se non te lo aspettavi, puoi ignorare questo messaggio.
`,
  }),
  password: (name: string, link: string): Mail => ({
    subject: 'Una nuova password per Passaparola',
    text: `Ciao ${name},

qualcuno, forse tu, ha chiesto una nuova password per il tuo accesso a Passaparola.
Per sceglierla apri questo indirizzo entro un'ora:

${link}

Se non sei stato tu, non devi fare niente: la password resta quella di prima.
`,
  }),
  endingKey: (name: string, days: number, link: string): Mail => ({
    subject: `La chiave «${name}» finisce tra ${days === 1 ? 'un giorno' : `${days} giorni`}`,
    text: `Ciao,

la chiave «${name}», che hai fatto per un programma, finisce tra ${days === 1 ? 'un giorno' : `${days} giorni`}.
Rinnovala qui e scrivi quella nuova nel programma: quella di ora può restare valida ancora un po':

${link}

Se non serve più, non devi fare niente.
`,
  }),
};

const en: typeof it = {
  invitation: (by, company, link, until) => ({
    subject: `${by} invites you to work with ${company} on Passaparola`,
    text: `Hello,

${by} invites you to work with ${company} on Passaparola.
To accept, open this address by ${until}:

${link}

The invitation is valid once, and only for this mail address.
If you did not expect it, you can ignore this message.
`,
  }),
  password: (name, link) => ({
    subject: 'A new password for Passaparola',
    text: `Hello ${name},

somebody, perhaps you, asked for a new password for your access to Passaparola.
To choose it, open this address within an hour:

${link}

If it was not you, there is nothing to do: the password stays as it was.
`,
  }),
  endingKey: (name, days, link) => ({
    subject: `The key “${name}” ends in ${days === 1 ? 'a day' : `${days} days`}`,
    text: `Hello,

the key “${name}”, which you made for a program, ends in ${days === 1 ? 'a day' : `${days} days`}.
Renew it here and write the new one into the program: the present one may stay valid for a while:

${link}

If it is no longer needed, there is nothing to do.
`,
  }),
};

/** What the people room itself writes to people. */
export const words: Readonly<Record<Language, typeof it>> = { it, en };
