import { findWorkspace } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Effect } from '../model/effect.ts';
import { type PublicFigures, publicFigures } from '../model/public-figures.ts';
import { readCauses, readImprovements } from '../store/causes.ts';
import { countWithdrawn, latestDay, readDays, readToldStories } from '../store/register.ts';
import { readSettings } from '../store/settings.ts';
import { measureEffect } from './change-improvements.ts';
import { readPublicCases } from './sign-day.ts';

/** All that a register says to anyone; nothing else is ever handed to what draws it. */
export type PublicRegisterView = {
  readonly company: string;
  readonly slug: string;
  readonly intro: { readonly it: string; readonly en: string };
  readonly updatedAt: string;
  readonly figures: PublicFigures;
  readonly improvements: readonly {
    readonly it: string;
    readonly en: string;
    readonly doneOn: string;
    readonly effect: Pick<Effect, 'verdict' | 'days' | 'before' | 'after'> | null;
  }[];
  readonly stories: readonly {
    readonly it: string;
    readonly en: string;
    /** The month only: a day would lead to a post. */
    readonly toldIn: string;
    readonly basis: 'consent' | 'nobody-named';
  }[];
  readonly storiesWithdrawn: { readonly byPerson: number; readonly mistaken: number };
  readonly signed: { readonly day: string; readonly digest: string; readonly publicKey: string } | null;
};

/** Null when the register is not public. */
export const readPublicRegister = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  workspaceId: string,
): Promise<PublicRegisterView | null> =>
  database.inWorkspace(workspaceId, async (tx) => {
    const settings = await readSettings(tx, workspaceId);
    const company = await findWorkspace(tx, workspaceId);
    if (!settings.isPublic || !company) return null;
    const now = clock.now();
    const causes = await readCauses(tx, workspaceId);
    const done = (await readImprovements(tx, workspaceId))
      .filter(({ state }) => state === 'done')
      .slice(0, 12);
    const improvements = [];
    for (const one of done) {
      const effect = await measureEffect(tx, one, causes, now);
      improvements.push({
        it: one.italian,
        en: one.english,
        doneOn: one.doneAt?.toISOString().slice(0, 10) ?? '',
        effect: effect && {
          verdict: effect.verdict,
          days: effect.days,
          before: effect.before,
          after: effect.after,
        },
      });
    }
    const withdrawn = await countWithdrawn(tx, workspaceId);
    const signed = await latestDay(tx, workspaceId);
    const { cases } = await readPublicCases(tx, workspaceId);
    return {
      company: company.name,
      slug: company.slug,
      intro: { it: settings.italian, en: settings.english },
      updatedAt: now.toISOString(),
      figures: publicFigures(cases),
      improvements,
      stories: (await readToldStories(tx, workspaceId)).map((one) => ({
        it: one.italian,
        en: one.english,
        toldIn: one.publishedAt.toISOString().slice(0, 7),
        basis: one.basis,
      })),
      storiesWithdrawn: {
        byPerson: (withdrawn['consent-withdrawn'] ?? 0) + (withdrawn['person-erased'] ?? 0),
        mistaken: withdrawn.mistake ?? 0,
      },
      signed: signed ? { day: signed.day, digest: signed.digest, publicKey: signed.publicKey } : null,
    };
  });

/** Every day that was signed, the first first. */
export const readChain = ({ database }: Pick<Platform, 'database'>, workspaceId: string) =>
  database.inWorkspace(workspaceId, async (tx) =>
    (await readDays(tx, workspaceId)).map(({ day, statement, digest, signature, publicKey }) => ({
      ...{ day, statement, digest, signature, publicKey },
    })),
  );
