import type { Role } from '../../../app/views.ts';

type RoleWords = Readonly<Record<Role, { readonly name: string; readonly text: string }>>;

const it: RoleWords = {
  coordinator: {
    name: 'Coordina',
    text: 'Invita le persone, collega i canali, decide i ruoli. Vede il registro.',
  },
  listener: { name: 'Ascolta', text: 'Decide che cosa ascoltiamo e tiene in ordine le ricerche.' },
  author: { name: 'Scrive', text: 'Risponde e scrive a nome dell’azienda, con la propria firma.' },
  carer: { name: 'Si prende cura', text: 'Segue i reclami fino in fondo, e risponde a chi li fa.' },
  approver: { name: 'Approva', text: 'Rilegge le risposte di chi impara; può rispondere anche da sé.' },
  trainee: {
    name: 'Impara',
    text: 'Legge, prende appunti e prepara bozze. Per rispondere serve chi approva.',
  },
  guest: { name: 'Ospite', text: 'Legge soltanto.' },
};
const en: RoleWords = {
  coordinator: {
    name: 'Coordinates',
    text: 'Invites people, connects channels, decides roles. Sees the log.',
  },
  listener: { name: 'Listens', text: 'Decides what we listen for and keeps the watches in order.' },
  author: { name: 'Writes', text: 'Answers and writes for the company, under their own name.' },
  carer: { name: 'Cares', text: 'Follows complaints to the end, and answers those who made them.' },
  approver: { name: 'Approves', text: 'Reads over the answers of those who learn; may answer too.' },
  trainee: {
    name: 'Learns',
    text: 'Reads, takes notes and prepares drafts. To answer, somebody must approve.',
  },
  guest: { name: 'Guest', text: 'Only reads.' },
};
export const words = { it, en };
