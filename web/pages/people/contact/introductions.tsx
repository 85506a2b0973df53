import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { TieThread } from '../../../components/tie-thread/tie-thread.tsx';
import type { ContactDetail, Step } from '../views.ts';
import { words as shared } from '../words.ts';
import { Part } from './part.tsx';
import { words } from './words.ts';

/** Through whom we could get to know them: the strongest way first, never more than three steps. */
export const Introductions = ({
  introductions,
}: {
  readonly introductions: ContactDetail['introductions'];
}) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  if (introductions.length === 0) return null;
  return (
    <Part title={w.introductions}>
      <ul className="flex flex-col gap-4">
        {introductions.map((introduction, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: ways have no identity, and their order is what they are
          <li key={place}>
            <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
              {introduction.path.map((step, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one way, in their order
                <Fragment key={at}>
                  {at > 0 && (
                    <span className="text-accent">
                      <TieThread strength={introduction.strength} className="h-2.5 w-7" />
                    </span>
                  )}
                  <StepName step={step} />
                </Fragment>
              ))}
            </p>
            <p className="mt-0.5 text-ink-soft">{inBoth(introduction.says)}</p>
          </li>
        ))}
      </ul>
    </Part>
  );
};

const StepName = ({ step }: { readonly step: Step }) => {
  const s = useWords(shared);
  const { slug } = useWorkspace();
  if (step.contact)
    return (
      <Link
        to="/$slug/relazioni/persone/$contactId"
        params={{ slug, contactId: step.contact.id }}
        className="link"
      >
        <bdi>{step.contact.name}</bdi>
      </Link>
    );
  return <span className="font-medium">{step.person?.name ?? s.someone}</span>;
};
