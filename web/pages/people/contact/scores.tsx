import { useInBoth, useWords } from '../../../app/language.tsx';
import { TieThread } from '../../../components/tie-thread/tie-thread.tsx';
import { tieWord } from '../tie-word.ts';
import { type ContactDetail, scoreNames } from '../views.ts';
import { words as shared } from '../words.ts';
import { Part } from './part.tsx';
import { words } from './words.ts';

/** What ties us, each judgement in a sentence. */
export const Scores = ({ detail: { scores, contact } }: { readonly detail: ContactDetail }) => {
  const w = useWords(words);
  const s = useWords(shared);
  const inBoth = useInBoth();
  const strength = scores?.strength?.value ?? null;
  return (
    <Part title={w.scores}>
      {!scores ? (
        <p className="text-ink-soft">{contact.consent === 'objected' ? w.noProfile : w.noScores}</p>
      ) : (
        <>
          {strength !== null && (
            <p className="mb-3 flex items-center gap-3 font-medium">
              <span className="text-accent">
                <TieThread strength={strength} className="h-5 w-20" />
              </span>
              {s.ties[tieWord(strength)]}
            </p>
          )}
          <dl className="flex flex-col gap-2.5">
            {scoreNames.map((name) => {
              const score = scores[name];
              return score ? (
                <div key={name}>
                  <dt className="text-ink-faint text-small">{w.scoreNames[name]}</dt>
                  <dd>{inBoth(score.says)}</dd>
                </div>
              ) : null;
            })}
          </dl>
        </>
      )}
    </Part>
  );
};
