import { Link } from '@tanstack/react-router';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import { words as caseWords } from '../../care/case-words.ts';
import { words as careWords } from '../../care/words.ts';
import type { CaseBeside } from './use-correspondent.ts';
import { words } from './words.ts';

/** Open and past cases, with what was given and whether their story is told. */
export const TheirCases = ({ cases }: { readonly cases: readonly CaseBeside[] }) => {
  const w = useWords(words);
  const care = useWords(careWords);
  const { slug } = useWorkspace();
  return (
    <section aria-label={w.cases}>
      <h4 className="text-ink-faint text-small">{w.cases}</h4>
      {cases.length === 0 ? (
        <p>{w.noCases}</p>
      ) : (
        <ul className="mt-1 flex flex-col gap-1.5">
          {cases.map((one) => (
            <li key={one.id}>
              <Link to="/$slug/cura/$caseId" params={{ slug, caseId: one.id }} className="link">
                {care.caseNumber(one.number)} · {care.states[one.state]}
              </Link>
              <span className="block text-ink-faint text-small">
                <RelativeTime at={one.reportedAt} />
                {one.product ? ` · ${one.product}` : ''}
                {one.story ? ` · ${w.story[one.story]}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Given cases={cases} />
    </section>
  );
};

const Given = ({ cases }: { readonly cases: readonly CaseBeside[] }) => {
  const w = useWords(words);
  const c = useWords(caseWords);
  const { locale } = useLanguage();
  const offers = cases.flatMap(({ offers: given }) => given);
  if (offers.length === 0) return null;
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  return (
    <>
      <h4 className="mt-3 text-ink-faint text-small">{w.given}</h4>
      <ul>
        {offers.map((offer) => (
          <li key={`${offer.kind} ${offer.at}`}>
            {c.offers[offer.kind]}
            {offer.costCents > 0 && (
              <span className="text-ink-soft"> · {money.format(offer.costCents / 100)}</span>
            )}{' '}
            <RelativeTime at={offer.at} className="text-ink-faint text-small" />
          </li>
        ))}
      </ul>
    </>
  );
};
