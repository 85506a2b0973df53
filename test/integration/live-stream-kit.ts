import type { Person } from '../peers/kill/person.ts';
import { waitUntil } from '../peers/kit/wait-until.ts';

export type Heard = { readonly event: string; readonly data: string };

/** A screen's live stream, read as a browser reads it. */
export type LiveStream = {
  until(fits: (heard: Heard) => boolean): Promise<Heard>;
  forget(): void;
  /** All that was told so far, as text. */
  everything(): string;
  readonly hasEnded: boolean;
  close(): void;
};

export const openStream = async (
  person: Pick<Person, 'url' | 'workspaceId' | 'cookie'>,
): Promise<LiveStream> => {
  const closing = new AbortController();
  const response = await fetch(`${person.url}/api/workspaces/${person.workspaceId}/live`, {
    headers: { cookie: person.cookie, accept: 'text/event-stream' },
    signal: closing.signal,
  });
  if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`);
  let heard: Heard[] = [];
  let whole = '';
  let text = '';
  let hasEnded = false;
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      const more = decoder.decode(chunk, { stream: true });
      whole += more;
      const parts = (text + more).split('\n\n');
      text = parts.pop() ?? '';
      heard.push(...parts.map(heardIn));
    }
  };
  void read(response.body)
    .catch(() => undefined)
    .finally(() => {
      hasEnded = true;
    });
  await waitUntil(() => heard.length > 0, { what: 'the stream to say welcome' });
  return {
    until: (fits) => waitUntil(() => heard.find(fits), { what: 'a live change', within: 20_000 }),
    everything: () => whole,
    forget: () => {
      heard = [];
    },
    get hasEnded() {
      return hasEnded;
    },
    close: () => closing.abort(),
  };
};

const heardIn = (block: string): Heard => {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  return { event: field('event'), data: field('data') };
};
