import type { Language } from '../platform/http/problem.ts';

type Mail = { readonly subject: string; readonly text: string };

const it = {
  trouble: {
    gone: (name: string, link: string): Mail => ({
      subject: `«${name}» non vuole più essere avvisato`,
      text: `Ciao,

il programma «${name}» ha risposto che quell'indirizzo non c'è più, per sempre (410).
Non gli mandiamo più niente. Quello che aspettava di partire è nel registro e si può rimandare:

${link}
`,
    }),
    dead: (name: string, link: string): Mail => ({
      subject: `«${name}» non risponde da tre giorni`,
      text: `Ciao,

per tre giorni il programma «${name}» non ha accettato nessuno dei nostri messaggi, e abbiamo smesso di provare.
Quando sarà a posto riattivalo da qui: quello che non è arrivato è nel registro e si può rimandare.

${link}
`,
    }),
    'given-up': (name: string, link: string): Mail => ({
      subject: `Alcuni messaggi per «${name}» non sono arrivati`,
      text: `Ciao,

per tre giorni abbiamo provato a mandare alcuni messaggi al programma «${name}», che non li ha accettati.
Il registro dice quali e perché; da lì si possono rimandare:

${link}
`,
    }),
  },
};

const en: typeof it = {
  trouble: {
    gone: (name, link) => ({
      subject: `“${name}” no longer wants to be told`,
      text: `Hello,

the program “${name}” answered that its address is gone for good (410).
We send it nothing more. What was waiting is in the log and can be sent again:

${link}
`,
    }),
    dead: (name, link) => ({
      subject: `“${name}” has not answered for three days`,
      text: `Hello,

for three days the program “${name}” has taken none of our messages, and we have stopped trying.
When it is well again, turn it on here: what did not arrive is in the log and can be sent again.

${link}
`,
    }),
    'given-up': (name, link) => ({
      subject: `Some messages for “${name}” did not arrive`,
      text: `Hello,

for three days we tried to send some messages to the program “${name}”, which did not take them.
The log says which and why; they can be sent again from there:

${link}
`,
    }),
  },
};

/** What this room itself writes to people. */
export const words: Readonly<Record<Language, typeof it>> = { it, en };
