import { useQuery } from '@tanstack/react-query';
import { TextQuote } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { fillSnippet, type SnippetFacts } from '../../../../src/conversation/model/fill-snippet.ts';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { buttonLook } from '../../../components/button/button-look.ts';
import { Menu } from '../../../components/menu/menu.tsx';
import { words } from './words.ts';

export type Snippet = {
  readonly id: string;
  readonly name: string;
  readonly body: string;
  readonly teamId: string | null;
  readonly version: number;
};

const none: readonly Snippet[] = [];

export const useSnippets = (): readonly Snippet[] => {
  const { id } = useWorkspace();
  const { data } = useQuery({
    queryKey: [...keys.desk(id), 'snippets'],
    queryFn: ({ signal }) =>
      call<{ snippets: readonly Snippet[] }>('GET', inWorkspace(id, 'snippets'), undefined, signal),
    staleTime: 60_000,
  });
  return data?.snippets ?? none;
};

type SnippetMenuProps = {
  readonly facts: SnippetFacts;
  /** The team that looks after the conversation: what is another team's is left out. */
  readonly teamId: string | null;
  readonly onTake: (text: string) => void;
};

/** Words that we say often, with this person's name in them. What is written with them is checked like anything else. */
export const SnippetMenu = ({ facts, teamId, onTake }: SnippetMenuProps) => {
  const w = useWords(words);
  const snippets = useSnippets().filter((one) => one.teamId === null || one.teamId === teamId);
  if (snippets.length === 0) return null;
  return (
    <Menu
      label={w.snippets}
      placement="top start"
      trigger={
        <AriaButton className={buttonLook('quiet', 'small')}>
          <TextQuote aria-hidden size={16} />
          {w.snippets}
        </AriaButton>
      }
      entries={snippets.map(({ id, name, body }) => ({
        id,
        label: name,
        description: fillSnippet(body, facts).slice(0, 80),
        run: () => onTake(fillSnippet(body, facts)),
      }))}
    />
  );
};
