import { Link } from '@tanstack/react-router';
import {
  BookA,
  Building2,
  ChevronRight,
  FileCode2,
  FileUp,
  GraduationCap,
  HandHelping,
  History,
  Info,
  Keyboard,
  KeyRound,
  type LucideIcon,
  MessageCircleQuestion,
  MessagesSquare,
  PenLine,
  Plug,
  ShieldCheck,
  User,
  Users,
  Workflow,
} from 'lucide-react';
import { useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { words } from './words.ts';

type Name =
  | 'profilo'
  | 'sicurezza'
  | 'scorciatoie'
  | 'azienda'
  | 'persone'
  | 'canali'
  | 'conversazioni'
  | 'com-e-andata'
  | 'regole'
  | 'importa'
  | 'impara'
  | 'parole'
  | 'aiuto'
  | 'riservatezza'
  | 'collegamenti'
  | 'registro'
  | 'api'
  | 'informazioni';

const groups: readonly {
  readonly title: 'you' | 'company' | 'house';
  readonly places: readonly (readonly [Name, LucideIcon])[];
}[] = [
  {
    title: 'you',
    places: [
      ['profilo', User],
      ['sicurezza', ShieldCheck],
      ['scorciatoie', Keyboard],
    ],
  },
  {
    title: 'company',
    places: [
      ['canali', Plug],
      ['conversazioni', MessagesSquare],
      ['com-e-andata', MessageCircleQuestion],
      ['regole', Workflow],
      ['importa', FileUp],
      ['persone', Users],
      ['azienda', Building2],
      ['riservatezza', HandHelping],
      ['impara', GraduationCap],
      ['parole', BookA],
      ['aiuto', PenLine],
    ],
  },
  {
    title: 'house',
    places: [
      ['collegamenti', KeyRound],
      ['registro', History],
      ['api', FileCode2],
      ['informazioni', Info],
    ],
  },
];

/** All there is to set, as a column at the desk and as a list on the phone. */
export const SettingsNav = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const may = useMay();
  const shown = (name: Name) =>
    name === 'regole'
      ? may('rules.read')
      : name === 'importa'
        ? may('connections.manage')
        : name === 'registro'
          ? may('audit.read')
          : name === 'collegamenti'
            ? may('keys.make')
            : name === 'canali'
              ? may('connections.read')
              : name === 'aiuto'
                ? may('assistant.manage')
                : true;
  return (
    <nav aria-label={w.title} className="flex flex-col gap-6">
      {groups.map((group) => (
        <div key={group.title}>
          <h2 className="mb-1 px-3 text-ink-faint text-small">{w[group.title]}</h2>
          <ul className="rounded-lg border border-line bg-sheet desk:border-0 desk:bg-transparent">
            {group.places
              .filter(([name]) => shown(name))
              .map(([name, Icon]) => (
                <li key={name} className="border-line border-b last:border-b-0 desk:border-b-0">
                  <Link
                    to={`/$slug/impostazioni/${name}`}
                    params={{ slug }}
                    className="flex min-h-control items-center gap-3 rounded-md px-3 text-body text-ink no-underline hover:bg-sunk data-[status=active]:bg-sunk data-[status=active]:font-semibold"
                  >
                    <Icon aria-hidden size={18} className="text-ink-soft" />
                    <span className="flex-1">{w[name]}</span>
                    <ChevronRight aria-hidden size={16} className="text-ink-faint desk:hidden" />
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
};
