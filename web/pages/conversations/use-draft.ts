import { useEffect, useRef, useState } from 'react';
import { call, inWorkspace } from '../../app/api.ts';
import { useWorkspace } from '../../app/session.ts';

export type DraftText = {
  readonly body: string;
  readonly options: Readonly<Record<string, string>>;
  readonly media: readonly { readonly uploadId: string; readonly alt: string }[];
  /** The draft of a language model that it began with. */
  readonly suggestionId: string | null;
};

const nothing: DraftText = { body: '', options: {}, media: [], suggestionId: null };
const isEmpty = ({ body, media }: DraftText): boolean => body.trim() === '' && media.length === 0;

const PAUSE_MS = 600;

/**
 * Keeps what is being written on the server, a moment after each pause and when the screen goes: it survives a
 * closed window and follows the person to another device.
 */
export const useDraft = (threadId: string, draft: DraftText) => {
  const { id } = useWorkspace();
  const [saved, setSaved] = useState<DraftText | null>(null);
  const latest = useRef(draft);
  const kept = useRef(JSON.stringify(draft));
  latest.current = draft;
  const address = inWorkspace(id, 'threads', threadId, 'draft');

  const save = useRef(async () => {});
  save.current = async () => {
    const now = latest.current;
    const text = JSON.stringify(now);
    if (text === kept.current) return;
    kept.current = text;
    await (isEmpty(now) ? call('DELETE', address) : call('PUT', address, now))
      .then(() => setSaved(now))
      .catch(() => {
        kept.current = '';
      });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the draft starts the pause anew
  useEffect(() => {
    const timer = setTimeout(() => void save.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [JSON.stringify(draft)]);
  useEffect(() => () => void save.current(), []);
  return {
    isSaved: saved !== null && JSON.stringify(saved) === JSON.stringify(draft) && !isEmpty(draft),
    /** The draft has become an answer: nothing of it is to be kept. */
    forget: () => {
      kept.current = JSON.stringify(nothing);
      latest.current = nothing;
    },
  };
};
