import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { Section } from '../../../components/page/page.tsx';
import { words } from './words.ts';

type Preference = { readonly mailMentions: boolean };

/** How this person wants to be told. */
export const MineSection = () => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const client = useQueryClient();
  const queryKey = [...keys.desk(id), 'mine'];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => call<Preference>('GET', inWorkspace(id, 'desk-preference'), undefined, signal),
  });
  const save = useMutation({
    mutationFn: (wish: Preference) => call<Preference>('PUT', inWorkspace(id, 'desk-preference'), wish),
    onSuccess: (kept) => client.setQueryData(queryKey, kept),
  });
  return (
    <Section title={w.mine}>
      <Switch
        isSelected={data?.mailMentions ?? false}
        isDisabled={!data}
        help={w.mailMentionsHelp}
        onChange={(mailMentions) => save.mutate({ mailMentions })}
      >
        {w.mailMentions}
      </Switch>
    </Section>
  );
};
