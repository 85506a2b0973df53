import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../app/session.ts';
import type { PersonName } from '../views.ts';

/** A person's name, which leads to their page. */
export const PersonLink = ({ person: { id, name } }: { readonly person: PersonName }) => {
  const { slug } = useWorkspace();
  return (
    <Link to="/$slug/relazioni/persone/$contactId" params={{ slug, contactId: id }} className="link">
      <bdi>{name}</bdi>
    </Link>
  );
};
