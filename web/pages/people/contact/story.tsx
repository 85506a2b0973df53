import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import type { ContactDetail } from '../views.ts';
import { Part } from './part.tsx';
import { StoryLine } from './story-line.tsx';
import { useStory } from './use-contact.ts';
import { words } from './words.ts';

/** What they said, what we said, when we met: the latest first. */
export const Story = ({ detail: { contact } }: { readonly detail: ContactDetail }) => {
  const w = useWords(words);
  const story = useStory(contact.id);
  return (
    <Part title={w.story}>
      {story.isPending ? (
        <SkeletonRows rows={4} rowClassName="h-20" />
      ) : story.isError && story.entries.length === 0 ? (
        <ErrorNote error={story.error} onRetry={() => void story.refetch()} />
      ) : story.entries.length === 0 ? (
        <p className="text-ink-soft">{w.storyEmpty}</p>
      ) : (
        <ol className="flex flex-col">
          {story.entries.map((entry) => (
            <StoryLine key={entry.id} entry={entry} contact={contact} />
          ))}
        </ol>
      )}
      {story.hasNextPage && (
        <Button
          className="mt-4"
          onPress={() => void story.fetchNextPage()}
          isPending={story.isFetchingNextPage}
        >
          {w.storyMore}
        </Button>
      )}
    </Part>
  );
};
