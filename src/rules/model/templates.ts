import { BODY_VERSION, type RuleBody } from './rule.ts';

export const templateIds = [
  'grave-complaints',
  'bad-reviews',
  'prices',
  'out-of-hours',
  'insults',
  'followers',
  'near-deadline',
] as const;
export type TemplateId = (typeof templateIds)[number];

/** Whoever takes a ready-made rule, and the teams of the company to which it may fall. */
export type Taker = {
  readonly personId: string;
  readonly language: 'it' | 'en';
  readonly teams: readonly { readonly id: string; readonly name: string }[];
};

export type Template = {
  readonly id: TemplateId;
  readonly name: { readonly it: string; readonly en: string };
  readonly about: { readonly it: string; readonly en: string };
  make(taker: Taker): Omit<RuleBody, 'version'>;
};

/** Whom a team of sellers is called. */
const SELLERS = /commerc|vendit|sales|clienti/i;

const said = (taker: Taker, it: string, en: string): string => (taker.language === 'it' ? it : en);

const toldOnly = (text: string) => ({
  ...{
    do: 'tell' as const,
    personIds: [],
    teamId: null,
    ownTeam: false,
    assignee: false,
    followers: false,
    text,
  },
});

export const templates: readonly Template[] = [
  {
    id: 'grave-complaints',
    name: { it: 'Reclami gravi al titolare', en: 'Grave complaints to the owner' },
    about: {
      it: 'Quando nasce un caso grave passa a te, con due ore per rispondere, e ti avvisiamo.',
      en: 'When a grave case is opened it comes to you, with two hours to answer, and you are told.',
    },
    make: (taker) => ({
      trigger: { when: 'case-opened' },
      condition: { all: [{ field: 'gravity', atLeast: 3 }] },
      actions: [
        { do: 'assign', to: { kind: 'person', personId: taker.personId }, onlyIfNobody: false },
        { do: 'within', minutes: 120 },
        {
          ...toldOnly(said(taker, 'è un reclamo grave.', 'this is a grave complaint.')),
          personIds: [taker.personId],
        },
      ],
    }),
  },
  {
    id: 'bad-reviews',
    name: { it: 'Recensioni negative entro 4 ore', en: 'Bad reviews within 4 hours' },
    about: {
      it: 'A una recensione negativa, o con due stelle o meno, si risponde entro quattro ore di lavoro.',
      en: 'A bad review, or one with two stars or fewer, is answered within four working hours.',
    },
    make: () => ({
      trigger: { when: 'thread-new' },
      condition: {
        all: [
          { field: 'form', is: ['review'] },
          {
            any: [
              { field: 'polarity', is: ['neg'] },
              { field: 'stars', atMost: 2 },
            ],
          },
        ],
      },
      actions: [{ do: 'within', minutes: 240 }],
    }),
  },
  {
    id: 'prices',
    name: { it: 'Domande sui prezzi al commerciale', en: 'Questions about prices to sales' },
    about: {
      it: 'Chi vuole comprare o chiede un prezzo passa a chi vende, un po’ per uno; se il gruppo non c’è, a te.',
      en: 'Whoever wants to buy or asks for a price goes to those who sell, by turns; without such a team, to you.',
    },
    make: ({ personId, teams }) => {
      const sellers = teams.find(({ name }) => SELLERS.test(name));
      return {
        trigger: { when: 'mention-new' },
        condition: {
          any: [
            { field: 'intent', is: ['purchase_intent'] },
            {
              all: [
                {
                  field: 'words',
                  query: 'prezzo O prezzi O preventivo O listino O costo O costa O price OR quote',
                },
                { field: 'intent', is: ['question'] },
              ],
            },
          ],
        },
        actions: [
          {
            do: 'assign',
            to: sellers ? { kind: 'turns', teamId: sellers.id, away: [] } : { kind: 'person', personId },
            onlyIfNobody: true,
          },
        ],
      };
    },
  },
  {
    id: 'out-of-hours',
    name: {
      it: 'Fuori orario: metti da parte fino all’apertura',
      en: 'Out of hours: put aside until we open',
    },
    about: {
      it: 'Quello che arriva a porte chiuse torna quando si apre; le urgenze, i reclami e gli insulti restano in vista.',
      en: 'What comes while we are closed comes back when we open; what is urgent, complaints and insults stay in sight.',
    },
    make: () => ({
      trigger: { when: 'mention-new' },
      condition: {
        all: [
          { field: 'hours', is: ['closed'] },
          {
            none: [
              { field: 'intent', is: ['urgent', 'complaint', 'churn'] },
              { field: 'urgency', atLeast: 0.6 },
              { field: 'toxic', yes: true },
            ],
          },
        ],
      },
      actions: [{ do: 'snooze', until: { kind: 'opening' } }],
    }),
  },
  {
    id: 'insults',
    name: {
      it: 'Insulti e minacce: li vede chi coordina',
      en: 'Insults and threats: for whoever coordinates',
    },
    about: {
      it: 'Le parole violente passano a te, così chi le ha ricevute non deve rispondere da solo.',
      en: 'Violent words come to you, so that whoever received them need not answer alone.',
    },
    make: (taker) => ({
      trigger: { when: 'mention-new' },
      condition: {
        any: [
          { field: 'toxic', yes: true },
          { field: 'intent', is: ['insult'] },
        ],
      },
      actions: [
        { do: 'assign', to: { kind: 'person', personId: taker.personId }, onlyIfNobody: false },
        {
          ...toldOnly(said(taker, 'ci sono parole violente.', 'there are violent words here.')),
          personIds: [taker.personId],
        },
      ],
    }),
  },
  {
    id: 'followers',
    name: { it: 'Chi segue: avvisa', en: 'Whoever follows: tell them' },
    about: {
      it: 'Quando scrivono ancora in una conversazione che qualcuno segue, chi la segue lo sa subito.',
      en: 'When they write again in a conversation that somebody follows, those who follow it know at once.',
    },
    make: (taker) => ({
      trigger: { when: 'mention-new' },
      condition: { all: [{ field: 'mentions', atLeast: 2 }] },
      actions: [
        { ...toldOnly(said(taker, 'hanno scritto ancora.', 'they have written again.')), followers: true },
      ],
    }),
  },
  {
    id: 'near-deadline',
    name: { it: 'Scadenza vicina: avvisa il gruppo', en: 'Deadline near: tell the team' },
    about: {
      it: 'Un’ora prima che il tempo per rispondere finisca lo sa chi l’ha in mano, e il suo gruppo.',
      en: 'An hour before the time to answer ends, whoever has it in hand knows, and their team.',
    },
    make: (taker) => ({
      trigger: { when: 'deadline-near', minutes: 60 },
      condition: { all: [] },
      actions: [
        {
          ...toldOnly(
            said(
              taker,
              'manca un’ora alla fine del tempo per rispondere.',
              'an hour is left to answer in time.',
            ),
          ),
          ...{ ownTeam: true, assignee: true },
        },
      ],
    }),
  },
];

/** What whoever takes it keeps: theirs to change from now on. */
export const makeOf = (
  template: Template,
  taker: Taker,
): { readonly name: string; readonly body: RuleBody } => ({
  name: template.name[taker.language],
  body: { version: BODY_VERSION, ...template.make(taker) },
});
