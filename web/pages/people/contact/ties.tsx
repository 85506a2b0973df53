import { Link } from '@tanstack/react-router';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { TieThread } from '../../../components/tie-thread/tie-thread.tsx';
import { useCircleName } from '../use-circle-name.ts';
import type { ContactDetail } from '../views.ts';
import { Part } from './part.tsx';
import { words } from './words.ts';

/** With whom they speak, besides us. */
export const Ties = ({ detail: { ties, circle, contact } }: { readonly detail: ContactDetail }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const circleName = useCircleName();
  const { slug } = useWorkspace();
  if (ties.length === 0 && !circle) return null;
  return (
    <Part
      title={w.ties}
      action={
        <Link
          to="/$slug/relazioni/mappa"
          params={{ slug }}
          search={{ persona: contact.id }}
          className="link text-small"
        >
          {w.onTheMap}
        </Link>
      }
    >
      {circle && (
        <p className="mb-2">
          {w.circle}{' '}
          <Link
            to="/$slug/relazioni/persone"
            params={{ slug }}
            search={{ cerchia: circle.id }}
            className="link"
          >
            {circleName(circle)}
          </Link>
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {ties.map((tie) => (
          <li key={tie.contact.id} className="flex items-start gap-3">
            <span className="mt-1.5 text-accent">
              <TieThread strength={tie.strength} className="h-2.5 w-9" />
            </span>
            <p className="min-w-0">
              <Link
                to="/$slug/relazioni/persone/$contactId"
                params={{ slug, contactId: tie.contact.id }}
                className="link"
              >
                <bdi>{tie.contact.name}</bdi>
              </Link>{' '}
              <span className="text-ink-soft">{inBoth(tie.sentence)}</span>
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
};
