import { X } from 'lucide-react';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Avatar } from '../../../components/avatar/avatar.tsx';
import { Button } from '../../../components/button/button.tsx';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { LinkButton } from '../../../components/button/link-button.tsx';
import { TieThread } from '../../../components/tie-thread/tie-thread.tsx';
import { tieWord } from '../../people/tie-word.ts';
import type { MapView } from '../views.ts';
import { PersonLink } from './person-link.tsx';
import { words } from './words.ts';

type PersonCardProps = {
  readonly view: MapView;
  readonly person: string;
  readonly onEgo: (person: string) => void;
  readonly onClose: () => void;
};

const NAMED = 5;

/** Who was touched on the map: in what circle, how tied to us, with whom; and the way to their page. */
export const PersonCard = ({ view, person, onEgo, onClose }: PersonCardProps) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { slug } = useWorkspace();
  const node = view.nodes.find(({ id }) => id === person);
  if (!node) return null;
  const circle = view.circles.find(({ id }) => id === node.circle);
  return (
    <section aria-label={w.chosen} className="enter rounded-lg border border-line bg-sheet p-4">
      <div className="flex items-start gap-3">
        <Avatar name={node.name} />
        <div className="min-w-0 flex-1">
          <p className="font-semibold text-read">
            <bdi>{node.name}</bdi>
          </p>
          <p className="text-ink-soft text-small">
            {circle ? (circle.name && inBoth(circle.name)) || w.nameless : w.noCircle}
          </p>
        </div>
        <IconButton
          label={w.close}
          icon={<X aria-hidden size={18} />}
          onPress={onClose}
          className="-mt-2 -mr-2"
        />
      </div>
      <p className="mt-2 flex items-center gap-2 text-ink-soft">
        <TieThread strength={node.strength} isAsleep={node.asleep} />
        {node.asleep ? w.tieAsleep : w.tie[tieWord(node.strength)]}
      </p>
      {node.bridge && <p className="mt-1 text-ink-soft">{w.bridge}</p>}
      <Known view={view} person={person} />
      <div className="mt-3 flex flex-wrap gap-2">
        <LinkButton
          to="/$slug/relazioni/persone/$contactId"
          params={{ slug, contactId: person }}
          weight="primary"
          size="small"
        >
          {w.toPage}
        </LinkButton>
        <Button size="small" onPress={() => onEgo(person)}>
          {w.toEgo}
        </Button>
      </div>
    </section>
  );
};

const Known = ({ view, person }: { readonly view: MapView; readonly person: string }) => {
  const w = useWords(words);
  const known = knownTo(view, person);
  if (known.length === 0) return <p className="mt-2 text-ink-soft text-small">{w.knowsNobody}</p>;
  return (
    <p className="mt-2 text-small">
      <span className="text-ink-soft">{w.knows(known.length)} </span>
      {known.slice(0, NAMED).map((other, place) => (
        <span key={other.id}>
          {place > 0 && ', '}
          <PersonLink person={other} />
        </span>
      ))}
      {known.length > NAMED && ` ${w.andMore(known.length - NAMED)}`}
    </p>
  );
};

/** Whom somebody talks with, the strongest thread first. */
export const knownTo = (view: MapView, person: string) => {
  const names = new Map(view.nodes.map((node) => [node.id, node.name]));
  return view.ties
    .filter(({ a, b }) => a === person || b === person)
    .sort((one, other) => other.strength - one.strength)
    .map((tie) => {
      const id = tie.a === person ? tie.b : tie.a;
      return { id, name: names.get(id) ?? '', asleep: tie.asleep };
    })
    .filter(({ name }) => name !== '');
};
