import type { Words } from '../../channels/index.ts';
import { personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ContactRow } from '../model/contact-view.ts';
import { strengthOfWay } from '../model/strength-of-way.ts';
import { readMainColleagues } from '../store/colleagues.ts';
import { readContactRows } from '../store/contact-list.ts';
import type { ContactRecord } from '../store/contact-rows.ts';
import { readWays } from '../store/introductions.ts';

type Step = {
  readonly person?: { readonly personId: string; readonly name: string };
  readonly contact?: ContactRow;
};

/** A way of at most three ties, from the colleague who knows the first of them to the person. */
export type IntroductionView = {
  readonly path: readonly Step[];
  /** 0..1 (`strengthOfWay`). */
  readonly strength: number;
  readonly says: Words;
};

const MOST = 5;

/** Who could introduce us to somebody, the strongest way first; one way by each first step. */
export const readIntroductions = async (
  tx: Transaction,
  { workspaceId, id, name }: ContactRecord,
  now: Date,
): Promise<readonly IntroductionView[]> => {
  const ways = await readWays(tx, workspaceId, id, MOST * 6);
  const best = [...new Map([...ways].reverse().map((way) => [way.first, way])).values()]
    .reverse()
    .slice(0, MOST);
  const ids = [
    ...new Set([id, ...best.flatMap(({ first, second }) => (second ? [first, second] : [first]))]),
  ];
  const rows = await readContactRows(tx, workspaceId, ids, now);
  const colleagues = await readMainColleagues(
    tx,
    workspaceId,
    best.map(({ first }) => first),
  );
  const names = await personNames(tx, workspaceId, [...colleagues.values()]);
  return best.flatMap(({ first, second, ours, between, last }): IntroductionView[] => {
    const steps = [first, second, id].flatMap((one) => (one ? [rows.get(one)] : []));
    const [knower] = steps;
    if (!knower || steps.includes(undefined)) return [];
    const personId = colleagues.get(first) ?? '';
    const person = names.get(personId);
    const contacts = steps.flatMap((contact) => (contact ? [{ contact }] : []));
    return [
      {
        path: [...(person ? [{ person: { personId, name: person } }] : []), ...contacts],
        strength: strengthOfWay(second ? [ours, between, last] : [ours, last]),
        says: say(knower.name, second ? (rows.get(second)?.name ?? '') : null, name),
      },
    ];
  });
};

const say = (first: string, second: string | null, name: string): Words =>
  second === null
    ? {
        it: `${first} conosce ${name}: chiedi se può presentarvi, e se fa piacere a tutti e due.`,
        en: `${first} knows ${name}: ask for an introduction, and whether both would like it.`,
      }
    : {
        it: `${first} conosce ${second}, che conosce ${name}: un passo per volta.`,
        en: `${first} knows ${second}, who knows ${name}: one step at a time.`,
      };
