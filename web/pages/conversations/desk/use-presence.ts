import { useEffect, useState } from 'react';
import { call, inWorkspace } from '../../../app/api.ts';
import { useLiveChanges } from '../../../app/live.ts';
import { useMay, useMe, useWorkspace } from '../../../app/session.ts';
import type { ThreadDetail } from '../views.ts';

export type Present = ThreadDetail['present'][number];

/** Sooner than the server stops believing. */
const AGAIN_MS = 25_000;

/**
 * Says what this person does in a conversation while its window is in front, and hears who else is there. Writing is said
 * by whoever calls `setWriting`.
 */
export const usePresence = (detail: ThreadDetail) => {
  const { id } = useWorkspace();
  const { person } = useMe();
  const isAllowed = useMay()('threads.read');
  const threadId = detail.thread.id;
  const [present, setPresent] = useState<readonly Present[]>(detail.present);
  const [isWriting, setWriting] = useState(false);
  useEffect(() => {
    if (!isAllowed) return;
    const address = inWorkspace(id, 'threads', threadId, 'presence');
    const tell = () => {
      if (document.visibilityState !== 'visible') return;
      void call<{ present: readonly Present[] }>('PUT', address, { doing: isWriting ? 'writing' : 'reading' })
        .then((told) => setPresent(told.present))
        .catch(() => undefined);
    };
    tell();
    const timer = setInterval(tell, AGAIN_MS);
    return () => clearInterval(timer);
  }, [id, threadId, isWriting, isAllowed]);
  useEffect(() => {
    if (!isAllowed) return;
    const leave = () =>
      void call('PUT', inWorkspace(id, 'threads', threadId, 'presence'), { doing: null }).catch(
        () => undefined,
      );
    return leave;
  }, [id, threadId, isAllowed]);
  useLiveChanges((change) => {
    if (change.kind !== 'presence.changed' || change.threadId !== threadId) return;
    const { personId, doing: does, until } = change;
    setPresent((now) => [
      ...now.filter((one) => one.personId !== personId),
      ...(does ? [{ personId, doing: does, until }] : []),
    ]);
  });
  const others = present.filter(
    ({ personId, until }) => personId !== person.id && Date.parse(until) > Date.now(),
  );
  return { others, setWriting };
};
