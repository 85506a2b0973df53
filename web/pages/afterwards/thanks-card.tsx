import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { type Thanks, useAfterwardsChange, useTakeThanks, withStory } from './use-afterwards.ts';
import { words } from './words.ts';

type ThanksCardProps = {
  readonly thanks: Thanks;
  readonly onDraft: (threadId: string) => void;
};

/** Words of thanks that somebody may make their own, or leave. */
export const ThanksCard = ({ thanks, onDraft }: ThanksCardProps) => {
  const w = useWords(words);
  const [asksStory, setAsksStory] = useState(false);
  const take = useTakeThanks();
  const dismiss = useAfterwardsChange();
  const { mentionId, storyLine, body } = thanks;
  const story = asksStory ? storyLine : null;
  return (
    <section className="mb-3 rounded-lg bg-note p-3">
      <h3 className="font-medium">{w.thankTitle}</h3>
      <p className="text-ink-soft text-small">{w.thankHelp}</p>
      <blockquote className="letter mt-2 whitespace-pre-line border-line border-l-2 pl-3">
        {withStory(body, story)}
      </blockquote>
      {storyLine && (
        <Checkbox isSelected={asksStory} onChange={setAsksStory}>
          {w.askStory}
        </Checkbox>
      )}
      {take.error && <ErrorNote error={take.error} />}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="small"
          weight="primary"
          isPending={take.isPending}
          onPress={() => take.mutate({ mentionId, storyLine: story }, { onSuccess: onDraft })}
        >
          {w.take}
        </Button>
        <Button
          size="small"
          weight="quiet"
          onPress={() => dismiss.mutate({ method: 'POST', path: ['thanks', mentionId, 'dismiss'] })}
        >
          {w.noThanks}
        </Button>
      </div>
    </section>
  );
};
