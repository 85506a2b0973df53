import { X } from 'lucide-react';
import { Button } from '../../../components/button/button.tsx';
import type { PersonName } from '../views.ts';

type PersonChipsProps = {
  readonly label: string;
  readonly people: readonly PersonName[];
  /** What taking one away is called, with their name. */
  readonly remove: (name: string) => string;
  readonly onRemove: (id: string) => void;
};

/** People in a row, each to be taken away by a touch. */
export const PersonChips = ({ label, people, remove, onRemove }: PersonChipsProps) => (
  <ul aria-label={label} className="flex flex-wrap gap-2">
    {people.map(({ id, name }) => (
      <li key={id}>
        <Button size="small" aria-label={remove(name)} onPress={() => onRemove(id)}>
          <bdi>{name}</bdi>
          <X aria-hidden size={14} />
        </Button>
      </li>
    ))}
  </ul>
);
