import type { DiffPart } from '../../../src/conversation/model/diff-words.ts';
import { useWords } from '../../app/language.tsx';
import { words } from './words.ts';

/** How a text became another: what went is struck through, what came is underlined; neither is told by colour alone. */
export const DiffText = ({ parts }: { readonly parts: readonly DiffPart[] }) => {
  const w = useWords(words);
  if (parts.every(({ kind }) => kind === 'same'))
    return <p className="text-ink-soft text-small">{w.sameWords}</p>;
  return (
    <p dir="auto" className="whitespace-pre-wrap break-words font-serif text-read">
      {parts.map(({ kind, text }, index) => {
        const key = `${index}-${kind}`;
        if (kind === 'gone')
          return (
            <del key={key} className="rounded-sm bg-bad-soft text-ink-soft decoration-bad">
              <span className="sr-only">{w.gone}: </span>
              {text}
            </del>
          );
        if (kind === 'new')
          return (
            <ins key={key} className="rounded-sm bg-good-soft decoration-good">
              <span className="sr-only">{w.added}: </span>
              {text}
            </ins>
          );
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
};
