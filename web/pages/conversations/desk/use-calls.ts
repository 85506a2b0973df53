import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useLiveChanges } from '../../../app/live.ts';
import type { LiveChange } from '../../../app/live-changes.ts';
import { useMe, useWorkspace } from '../../../app/session.ts';
import { showToast } from '../../../components/toast/toast.ts';
import { words } from './call-words.ts';

/** A colleague's call is said at once, wherever one is. Mounted once, by the shell. */
export const useCalls = (): void => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { person } = useMe();
  const navigate = useNavigate();
  useLiveChanges(
    useCallback(
      (change: LiveChange) => {
        const text =
          change.kind === 'note.called' && change.personId === person.id
            ? w.called(change.byName)
            : change.kind === 'thread.overdue' && change.personIds.includes(person.id)
              ? w.overdue
              : undefined;
        if (text === undefined || !('threadId' in change)) return;
        const { threadId } = change;
        showToast({
          text,
          lasting: 15_000,
          action: {
            label: w.open,
            run: () =>
              void navigate({ to: '/$slug/conversazioni/$threadId', params: { slug, threadId }, search: {} }),
          },
        });
      },
      [w, slug, person.id, navigate],
    ),
  );
};
