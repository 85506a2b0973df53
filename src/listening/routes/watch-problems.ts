import type { Problem } from '../../platform/http/problem.ts';
import type { WatchRefusal } from '../model/judge-watch.ts';
import type { PersonSign } from '../model/private-person.ts';
import { tellQueryProblem } from '../model/query/query-problem.ts';

/** A refusal for people and programs. Places in a query are told as `query[start,end)`, in UTF-16 units. */
export const watchProblem = (refusal: WatchRefusal): Problem => {
  if (refusal.kind === 'query-unreadable') return unreadable(refusal.problems);
  return refusal.kind === 'private-person' ? privatePerson : perhapsPrivate(refusal.sign);
};

type Problems = Extract<WatchRefusal, { kind: 'query-unreadable' }>['problems'];

const unreadable = (problems: Problems): Problem => {
  const [first] = problems;
  return {
    status: 422,
    code: 'query-unreadable',
    title: { it: 'La ricerca non si legge.', en: 'The query cannot be read.' },
    ...(first ? { detail: { it: tellQueryProblem(first, 'it'), en: tellQueryProblem(first, 'en') } } : {}),
    errors: problems.map((problem) => ({
      path: 'query',
      message: `[${problem.start},${problem.end}) ${problem.kind}: ${tellQueryProblem(problem, 'en')}`,
    })),
  };
};

const why = {
  it: 'Un’azienda può ascoltare che cosa si dice di lei e del suo mestiere; seguire quello che fa o scrive una persona privata no: il suo diritto a essere lasciata in pace pesa di più (regolamento europeo 2016/679, art. 6.1.f).',
  en: 'A company may listen to what is said about it and its trade; it may not follow what a private person does or writes: their right to be left alone weighs more (GDPR, art. 6(1)(f)).',
};

const privatePerson: Problem = {
  status: 422,
  code: 'private-person',
  title: { it: 'Non seguiamo persone private.', en: 'We do not follow private people.' },
  detail: why,
  errors: [{ path: 'about', message: 'a private person is not watched' }],
};

const perhapsPrivate = (sign: PersonSign): Problem => ({
  status: 422,
  code: sign.kind === 'personal-data' ? 'private-person' : 'perhaps-private-person',
  title: titles[sign.kind](sign.text),
  detail: why,
  errors: [
    { path: 'query', message: `${sign.kind}: ${sign.text}` },
    ...(sign.kind === 'personal-data'
      ? []
      : [{ path: 'notPrivate', message: 'true if this is not a private person' }]),
  ],
});

const titles: Readonly<Record<PersonSign['kind'], (text: string) => Problem['title']>> = {
  'personal-data': () => ({
    it: 'Qui c’è il recapito o un codice di una persona: non si può seguire.',
    en: 'There is an address or a code of a person in this: it cannot be followed.',
  }),
  author: (text) => ({
    it: `Così si segue tutto quello che scrive «${text}». È una persona privata?`,
    en: `This follows all that “${text}” writes. Is that a private person?`,
  }),
  name: (text) => ({
    it: `«${text}» sembra il nome di una persona. È una persona privata?`,
    en: `“${text}” looks like the name of a person. Is that a private person?`,
  }),
};
