import type { Role } from '../../../app/views.ts';

type RoleWords = Readonly<Record<Role, { readonly name: string; readonly text: string }>>;

// What each role can do today, as the policy says (src/people/model/policy.ts): the guide says the same.
const it: RoleWords = {
  coordinator: {
    name: 'Coordina',
    text: 'Invita le persone, collega i canali, decide i ruoli, vede il registro. Risponde e cura le ricerche.',
  },
  listener: {
    name: 'Ascolta',
    text: 'Decide che cosa ascoltiamo. Affida e chiude conversazioni, scrive note e bozze; non invia risposte.',
  },
  author: {
    name: 'Scrive',
    text: 'Risponde con la propria firma, affida e chiude conversazioni, scrive note.',
  },
  carer: { name: 'Si prende cura', text: 'Può le stesse cose di chi scrive; dice chi segue i reclami.' },
  approver: {
    name: 'Approva',
    text: 'Può le stesse cose di chi scrive. Approvare le bozze di altri non si può ancora.',
  },
  trainee: {
    name: 'Impara',
    text: 'Legge, affida e chiude conversazioni, scrive note e prepara bozze, che restano sue. Non invia risposte.',
  },
  guest: { name: 'Ospite', text: 'Legge soltanto.' },
};
const en: RoleWords = {
  coordinator: {
    name: 'Coordinates',
    text: 'Invites people, connects channels, decides roles, sees the log. Answers and looks after the watches.',
  },
  listener: {
    name: 'Listens',
    text: 'Decides what we listen for. Hands over and closes conversations, writes notes and drafts; sends no answers.',
  },
  author: {
    name: 'Writes',
    text: 'Answers under their own name, hands over and closes conversations, writes notes.',
  },
  carer: { name: 'Cares', text: 'May do the same as those who write; says who follows complaints.' },
  approver: {
    name: 'Approves',
    text: 'May do the same as those who write. Approving drafts of others is not possible yet.',
  },
  trainee: {
    name: 'Learns',
    text: 'Reads, hands over and closes conversations, writes notes and drafts, which stay theirs. Sends no answers.',
  },
  guest: { name: 'Guest', text: 'Only reads.' },
};
export const words = { it, en };
