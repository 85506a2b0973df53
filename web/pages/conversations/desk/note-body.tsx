import { useMembers } from '../use-members.ts';
import type { NoteView } from '../views.ts';
import { pieces } from './calls.ts';

/** A note's words; the colleagues whom it calls stand out. */
export const NoteBody = ({ note }: { readonly note: NoteView }) => {
  const called = useMembers().filter(({ personId }) => note.mentions.includes(personId));
  let at = 0;
  return (
    <p dir="auto" className="whitespace-pre-wrap text-read">
      {pieces(note.body, called).map(({ text, personId }) => {
        const key = at;
        at += text.length;
        return personId ? (
          <strong key={key} className="font-semibold">
            {text}
          </strong>
        ) : (
          <span key={key}>{text}</span>
        );
      })}
    </p>
  );
};
