import fs from 'node:fs';
import { readTone, type ToneKind, toneKinds } from './index.ts';

export type LabelledDraft = {
  readonly id: string;
  readonly text: string;
  readonly lang: 'it' | 'en';
  readonly channel: string;
  readonly kind: 'reply' | 'post';
  readonly in_reply_to?: string;
  readonly complaint?: boolean;
  readonly findings: readonly { readonly kind: ToneKind; readonly words?: string }[];
};

export const readDrafts = (file: string): readonly LabelledDraft[] =>
  fs
    .readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledDraft);

/** FNV-1a of the identifier: a third of the drafts is held back, and never looked at while rules are tuned. */
export const isHeldBack = (id: string): boolean => {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % 3 === 0;
};

export type Score = { labels: number; recalled: number; findings: number; right: number };
export type Miss = { readonly id: string; readonly kind: ToneKind; readonly words: string };

const findingsOf = (draft: LabelledDraft) =>
  readTone({
    text: draft.text,
    channel: draft.channel,
    kind: draft.kind,
    lang: draft.lang,
    ...(draft.in_reply_to ? { inReplyTo: draft.in_reply_to } : {}),
    ...(draft.complaint ? { complaint: true } : {}),
  });

/** A finding is right when it touches the words of a label of its kind; a label without words is the whole draft. */
export const measure = (drafts: readonly LabelledDraft[]) => {
  const scores = Object.fromEntries(
    toneKinds.map((kind) => [kind, { labels: 0, recalled: 0, findings: 0, right: 0 }]),
  ) as Record<ToneKind, Score>;
  const missed: Miss[] = [];
  const extra: Miss[] = [];
  let clean = 0;
  let cleanKept = 0;
  for (const draft of drafts) {
    const found = findingsOf(draft);
    const touches = (label: LabelledDraft['findings'][number], one: (typeof found)[number]): boolean => {
      if (label.kind !== one.kind) return false;
      if (label.words === undefined) return true;
      for (let at = draft.text.indexOf(label.words); at !== -1; at = draft.text.indexOf(label.words, at + 1))
        if (one.start < at + label.words.length && at < one.end) return true;
      return false;
    };
    for (const label of draft.findings) {
      scores[label.kind].labels++;
      if (found.some((one) => touches(label, one))) scores[label.kind].recalled++;
      else missed.push({ id: draft.id, kind: label.kind, words: label.words ?? '' });
    }
    for (const one of found) {
      scores[one.kind].findings++;
      if (draft.findings.some((label) => touches(label, one))) scores[one.kind].right++;
      else extra.push({ id: draft.id, kind: one.kind, words: draft.text.slice(one.start, one.end) });
    }
    if (draft.findings.length === 0) {
      clean++;
      if (found.length === 0) cleanKept++;
    }
  }
  return { scores, missed, extra, clean, cleanKept };
};
