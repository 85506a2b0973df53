import type { Member } from '../people/index.ts';
import type { Platform } from '../platform/platform.ts';
import { importPeople } from '../relations/index.ts';
import { didOf } from './render/bluesky.ts';
import { bridges, circles } from './script/circles.ts';

const DAY_MS = 24 * 3_600_000;
/** Marks those who are brought in here, on their page too. */
const INVENTED = 'inventato';

const known = new Set(circles.flatMap((circle) => circle.known));
const accountOf = (key: string): string => (known.has(key) ? didOf(key) : `@${key}@colline.example`);

/**
 * The circles around the invented company, by the road of a list that somebody brings in: first who they are, then who spoke
 * with whom in these weeks.
 */
export const drawCircles = async (platform: Platform, member: Member): Promise<void> => {
  await importPeople(platform, member, { format: 'csv', kind: 'contacts', text: people(), dryRun: false });
  const text = talks(platform.clock.now());
  await importPeople(platform, member, { format: 'csv', kind: 'interactions', text, dryRun: false });
};

const people = (): string =>
  [
    'nome,luogo,tag,canale,account',
    ...circles.flatMap(({ tag, others }) =>
      others.map(
        ({ key, name, place }) => `"${name}",${place},${tag}|${INVENTED},fediverse,${accountOf(key)}`,
      ),
    ),
  ].join('\n');

/** Everybody of a circle speaks with everybody, some more; always the same, whatever the day. */
const talks = (now: Date): string => {
  const inside = circles.flatMap(({ known: ours, others }, circle) => {
    const keys = [...ours, ...others.map(({ key }) => key)];
    return keys.flatMap((one, a) =>
      keys.slice(a + 1).map((other, b) => [one, other, 1 + ((a * 3 + b * 5 + circle) % 4)] as const),
    );
  });
  const lines = [...inside, ...bridges].flatMap(([one, other, times], pair) =>
    Array.from({ length: times }, (_, turn) => {
      const [from, to] = turn % 2 === 0 ? [one, other] : [other, one];
      const at = new Date(now.getTime() - (1 + ((pair * 5 + turn * 7) % 30)) * DAY_MS - turn * 60_000);
      return [accountOf(from), accountOf(to), 'risposta', at.toISOString()].join(',');
    }),
  );
  return ['da,a,tipo,data', ...lines].join('\n');
};
