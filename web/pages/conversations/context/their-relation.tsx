import { Link } from '@tanstack/react-router';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useContact } from '../../people/contact/use-contact.ts';
import { words as roomWords } from '../words.ts';
import { words } from './words.ts';

/** What we know of them by hand, what ties us, what they want of us: only what is there. */
export const TheirRelation = ({ contactId }: { readonly contactId: string }) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const inBoth = useInBoth();
  const { slug } = useWorkspace();
  const { data } = useContact(contactId);
  if (!data) return null;
  const { contact, ties, knownBy, gifts } = data;
  const facts = [contact.role, contact.company, contact.place].filter(Boolean).join(' · ');
  return (
    <>
      <section aria-label={w.consent}>
        <h4 className="text-ink-faint text-small">{w.consent}</h4>
        <p>{w.consents[contact.consent]}</p>
        {contact.consentNote && <p className="text-ink-soft text-small">{contact.consentNote}</p>}
      </section>
      {(facts || contact.note || contact.tags.length > 0) && (
        <section aria-label={w.facts}>
          <h4 className="text-ink-faint text-small">{w.facts}</h4>
          {facts && <p>{facts}</p>}
          {contact.note && <p className="text-ink-soft">{contact.note}</p>}
          {contact.tags.length > 0 && <p className="text-ink-soft text-small">{contact.tags.join(', ')}</p>}
        </section>
      )}
      {(ties.length > 0 || knownBy.length > 0) && (
        <section aria-label={w.ties}>
          <h4 className="text-ink-faint text-small">{w.ties}</h4>
          {knownBy.length > 0 && <p>{w.knownBy(knownBy.map(({ name }) => name).join(', '))}</p>}
          <ul>
            {ties.slice(0, 3).map((tie) => (
              <li key={tie.contact.id} className="text-small">
                <bdi>{tie.contact.name}</bdi>: {inBoth(tie.sentence)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {gifts.length > 0 && (
        <section aria-label={w.given}>
          <h4 className="text-ink-faint text-small">{w.given}</h4>
          <ul>
            {gifts.slice(0, 5).map((gift) => (
              <li key={gift.id}>{gift.what}</li>
            ))}
          </ul>
        </section>
      )}
      <Link to="/$slug/relazioni/persone/$contactId" params={{ slug, contactId }} className="link">
        {r.theirStory}
      </Link>
    </>
  );
};
