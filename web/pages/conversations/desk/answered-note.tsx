import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { words } from './words.ts';

export type OtherAnswer = { readonly title: string; readonly body: string };

type AnsweredNoteProps = {
  readonly answer: OtherAnswer;
  readonly onSend: () => void;
  readonly onKeep: () => void;
};

/** A colleague has answered in between: what they said, before a second answer leaves. */
export const AnsweredNote = ({ answer, onSend, onKeep }: AnsweredNoteProps) => {
  const w = useWords(words);
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-lg border border-warn bg-warn-soft p-3">
      <p className="font-medium">{answer.title}</p>
      <p dir="auto" className="whitespace-pre-wrap font-serif text-read">
        {answer.body}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button size="small" onPress={onSend}>
          {w.sendAnyway}
        </Button>
        <Button size="small" weight="quiet" onPress={onKeep}>
          {w.keepDraft}
        </Button>
      </div>
    </div>
  );
};
