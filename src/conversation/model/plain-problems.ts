import { changedMeanwhile, type Problem } from '../../platform/http/problem.ts';
import { arrangeProblems } from './arrange-problems.ts';

/** Refusals that are always told in the same words, by the `kind` that an action gave. */
export const plainProblems = {
  ...arrangeProblems,
  'not-a-member': {
    status: 422,
    code: 'not-a-member',
    title: {
      it: 'Si può affidare solo a chi fa parte dell’azienda.',
      en: 'It can only be assigned to somebody of the company.',
    },
    errors: [{ path: 'assigneeId', message: 'not a member of this workspace' }],
  },
  'not-a-team': {
    status: 422,
    code: 'not-a-team',
    title: { it: 'Questo gruppo non c’è più.', en: 'There is no such team any more.' },
    errors: [{ path: 'teamId', message: 'not a team of this workspace' }],
  },
  'not-a-label': {
    status: 422,
    code: 'not-a-label',
    title: { it: 'Questa etichetta non c’è più.', en: 'There is no such label any more.' },
    errors: [{ path: 'labelIds', message: 'not a label of this workspace' }],
  },
  'not-a-colleague': {
    status: 422,
    code: 'not-a-colleague',
    title: {
      it: 'In una nota si può chiamare solo chi fa parte dell’azienda.',
      en: 'A note can only call somebody of the company.',
    },
    errors: [{ path: 'mentions', message: 'not a member of this workspace' }],
  },
  'snooze-past': {
    status: 422,
    code: 'snooze-past',
    title: { it: 'Quel momento è già passato.', en: 'That moment has passed already.' },
    errors: [{ path: 'snoozedUntil', message: 'not in the future' }],
  },
  'snooze-and-status': {
    status: 422,
    code: 'snooze-and-status',
    title: {
      it: 'O si mette da parte, o si apre o si chiude: una cosa sola.',
      en: 'Either put it aside, or open or close it: one of them.',
    },
    errors: [{ path: 'status', message: 'not together with snoozedUntil' }],
  },
  'changed-meanwhile': changedMeanwhile,
  'name-taken': {
    status: 422,
    code: 'name-taken',
    title: { it: 'Questo nome c’è già.', en: 'This name exists already.' },
    errors: [{ path: 'name', message: 'taken' }],
  },
  'too-many': {
    status: 422,
    code: 'too-many',
    title: { it: 'Ce ne sono già quante ne stanno.', en: 'There are as many as there can be.' },
  },
  'id-taken': {
    status: 409,
    code: 'id-taken',
    title: { it: 'Questa risposta è già stata scritta.', en: 'This answer has been written already.' },
  },
} as const satisfies Record<string, Problem>;
