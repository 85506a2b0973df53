import { type Member, may } from '../../people/index.ts';
import { readingForAll } from '../../platform/db/reader.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok } from '../../platform/result.ts';
import { byMonth, figuresBy, figuresOf, type Period } from '../model/figures.ts';
import { countHeard, readFacts } from '../store/case-list.ts';
import { readCauses } from '../store/causes.ts';

/** The figures of the cases that were reported in a time: whole, by month, by cause, product and channel. The same for everybody, also behind a shield. */
export const readFigures = ({ database }: Pick<Platform, 'database'>, actor: Member, period: Period) =>
  readingForAll(() =>
    database.inWorkspace(actor.workspaceId, async (tx) => {
      if (!may(actor, 'cases.read')) return err({ kind: 'not-allowed' as const });
      const { workspaceId } = actor;
      const cases = await readFacts(tx, workspaceId, period);
      const names = new Map((await readCauses(tx, workspaceId)).map(({ id, name }) => [id, name]));
      const heard = await countHeard(tx, workspaceId, period);
      const counted = cases.filter(({ state }) => state !== 'undone');
      return ok({
        heard,
        whole: figuresOf(cases, heard),
        months: byMonth(counted, period).map(({ month, cases: of }) => {
          const { complaints, answered, solved } = figuresOf(of, 0);
          return { month, complaints, answered: answered.count, solved: solved.count };
        }),
        causes: figuresBy(counted, ({ causeId }) => causeId).map((group) => ({
          ...group,
          name: names.get(group.key) ?? null,
        })),
        products: figuresBy(counted, ({ product }) => product),
        channels: figuresBy(counted, ({ channel }) => channel),
      });
    }),
  );
