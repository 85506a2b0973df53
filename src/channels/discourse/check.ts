import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, Health } from '../contract.ts';
import { clockSkewOf } from '../http-problem.ts';
import { type CallFailure, call, type DiscourseContext } from './client.ts';
import { authorOf } from './post-item.ts';

const CurrentSchema = z.object({
  current_user: z.object({ id: z.number(), username: z.string().min(1), name: z.string().nullish() }),
});

/** Who the key and the name make us. */
export const checkDiscourse = async (context: DiscourseContext): Promise<Result<Health, ChannelProblem>> => {
  const me = await call(context, { path: '/session/current.json' }, CurrentSchema);
  if (!me.ok) return err(asField(me.error));
  const { current_user: user } = me.value.output;
  const { nativeId, name, handle, url } = authorOf(context.settings.site, user);
  const clockSkewMs = clockSkewOf(me.value.response.headers, context.clock);
  return ok({
    account: { nativeId, ...(name ? { name } : {}), ...(handle ? { handle } : {}), ...(url ? { url } : {}) },
    ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
    notices: [],
  });
};

/** A wrong key or name is answered 403 `invalid_access`; with a name of nobody there is no session (404). */
const asField = ({ problem, status, effect }: CallFailure): ChannelProblem => {
  if (status === 403) return { kind: 'unauthorised', detail: problem.detail };
  const isElsewhere = problem.kind === 'moved' || (effect === 'unknown' && problem.kind === 'bad-response');
  if (status === 404 || isElsewhere)
    return { kind: 'misconfigured', field: status === 404 ? 'username' : 'site', detail: problem.detail };
  return problem;
};
