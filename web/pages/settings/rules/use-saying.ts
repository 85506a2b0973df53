import { useMemo } from 'react';
import { useChannels, useConnections } from '../../../app/channels.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { useSnippets } from '../../conversations/desk/snippet-menu.tsx';
import { useLabels, useTeams } from '../../conversations/desk/use-desk.ts';
import { useMembers } from '../../conversations/use-members.ts';
import type { Saying } from './say-rule.ts';
import { words } from './words.ts';

export type Named = { readonly value: string; readonly label: string };

/** All that a rule can name in this company, to choose from and to say. */
export const useNames = () => {
  const { id } = useWorkspace();
  const { language } = useLanguage();
  const members = useMembers();
  const teams = useTeams();
  const labels = useLabels();
  const snippets = useSnippets();
  const { data: channels } = useChannels();
  const { data: connections } = useConnections(id);
  return useMemo(() => {
    const named = (list: readonly { readonly id: string; readonly name: string }[]): readonly Named[] =>
      list.map((one) => ({ value: one.id, label: one.name }));
    return {
      people: members.map(({ personId, name }): Named => ({ value: personId, label: name })),
      teams: named(teams),
      labels: named(labels),
      snippets: named(snippets),
      connections: named(connections ?? []),
      channels: (channels ?? []).map((one): Named => ({ value: one.id, label: one.name[language] })),
    };
  }, [members, teams, labels, snippets, channels, connections, language]);
};
export type Names = ReturnType<typeof useNames>;

/** How rules are said to this person. */
export const useSaying = (): Saying => {
  const w = useWords(words);
  const times = useTimes();
  const names = useNames();
  return useMemo(() => {
    const known = new Map(
      Object.values(names).flatMap((list) => list.map(({ value, label }) => [value, label] as const)),
    );
    return {
      w,
      nameOf: (id) => known.get(id) ?? (id.length === 36 ? w.gone : id),
      list: times.list,
      instant: times.full,
      number: times.number,
    };
  }, [w, times, names]);
};
