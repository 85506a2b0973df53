import type { z } from '@hono/zod-openapi';
import type { RuleView } from '../actions/keep-rules.ts';
import type { RunView } from '../actions/start-run.ts';
import type { NamedDeed } from '../store/deed-rows.ts';
import type { DeedSchema, EffectSchema, ReasonSchema } from './deed-schemas.ts';
import type { RuleSchema, RunSchema } from './schemas.ts';

type Deeds = readonly NamedDeed[];

export const ruleView = (rule: RuleView): z.infer<typeof RuleSchema> => {
  const { id, name, position, state, ownerId, body, stops, mostPerHour, version, week } = rule;
  return {
    ...{ id, name, position, state, ownerId, stops, mostPerHour, version, week },
    body: body as z.infer<typeof RuleSchema>['body'],
    activeSince: rule.activeSince.toISOString(),
    pause: rule.pauseReason as z.infer<typeof RuleSchema>['pause'],
  };
};

export const runView = (run: RunView): z.infer<typeof RunSchema> => {
  const { id, kind, ruleId, state, total, seen, met, acted, kept } = run;
  return {
    ...{ id, kind, ruleId, state, total, seen, met, acted, kept },
    createdAt: run.createdAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
    examples: run.examples.map(({ threadId, name, channel, preview, why, would }) => ({
      ...{ threadId, name, channel, preview },
      why: [...why] as z.infer<typeof ReasonSchema>[],
      would: [...would] as z.infer<typeof EffectSchema>[],
    })),
  };
};

export const deedView = (deed: Deeds[number]): z.infer<typeof DeedSchema> => {
  const { id, ruleId, ruleName, threadId, authorName, runId, undone } = deed;
  return {
    ...{ id, ruleId, ruleName, threadId, authorName, runId, undone },
    at: deed.at.toISOString(),
    undoneAt: deed.undoneAt?.toISOString() ?? null,
    why: [...deed.why] as z.infer<typeof ReasonSchema>[],
    did: [...deed.did] as z.infer<typeof EffectSchema>[],
  };
};
