import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem, ContentLimits, Health, Words } from '../contract.ts';
import { clockSkewOf } from '../http-problem.ts';
import type { ApiFailure } from './call-api.ts';
import { type FediverseClient, type FediverseContext, openClient, readMe } from './client.ts';
import { readInstance } from './instance.ts';
import { authorOf } from './people.ts';
import { streamsAt } from './stream-probe.ts';

/** Reads our own profile and the instance back. Tokens do not run out by themselves: nothing here expires. */
export const checkFediverse = async (context: FediverseContext): Promise<Result<Health, ChannelProblem>> => {
  const client = openClient(context);
  const instance = await readInstance(client);
  if (!instance.ok) return err(notAnInstance(instance.error));
  const me = await readMe(client);
  if (!me.ok) return err(me.error.problem);
  const { nativeId, name, handle, url } = authorOf(me.value.output, instance.value.domain);
  const clockSkewMs = clockSkewOf(me.value.headers, context.clock);
  const streams = await streamsAt(context, instance.value.streaming);
  const scopes = await scopesOf(client, context);
  return ok({
    account: { nativeId, ...(name ? { name } : {}), ...(handle ? { handle } : {}), ...(url ? { url } : {}) },
    ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
    notices: [
      ...(streams ? [] : [noStreamNotice]),
      ...(scopes && !grants(scopes, 'write:statuses') ? [readOnlyNotice] : []),
      ...(/\bsnac\b/i.test(instance.value.version) ? [noDeletionNotice] : []),
    ],
  });
};

export const limitsFediverse = async (
  context: FediverseContext,
): Promise<Result<ContentLimits, ChannelProblem>> => {
  const instance = await readInstance(openClient(context));
  return instance.ok ? ok(instance.value.limits) : err(instance.error.problem);
};

/** A page that speaks no such language is most often an address written wrong. */
export const notAnInstance = ({ problem, status }: ApiFailure): ChannelProblem =>
  (problem.kind === 'bad-response' && status === 200) ||
  problem.kind === 'not-found' ||
  problem.kind === 'gone'
    ? {
        kind: 'misconfigured',
        field: 'instance',
        detail: cleanLine(`no Mastodon API there: ${problem.detail}`, 300),
      }
    : problem;

/** What the token may do, where the instance tells (Mastodon 4.3) or told at sign-in; undefined otherwise. */
const scopesOf = async (
  client: FediverseClient,
  { secrets }: FediverseContext,
): Promise<readonly string[] | undefined> => {
  if (!secrets.pastedToken && secrets.grantedScope) return secrets.grantedScope.split(/\s+/);
  const answer = await client.call(
    { path: '/api/v1/apps/verify_credentials' },
    z.object({ scopes: z.array(z.string()) }),
  );
  return answer.ok ? answer.value.output.scopes : undefined;
};

const grants = (scopes: readonly string[], scope: string): boolean =>
  scopes.includes(scope) || scopes.includes(scope.split(':')[0] ?? '');

const noStreamNotice: Words = {
  it: 'Questa istanza non offre la diretta: la guardiamo noi ogni mezzo minuto.',
  en: 'This instance has no live stream: we look at it every half minute.',
};

const readOnlyNotice: Words = {
  it: 'Il permesso dato basta per ascoltare ma non per rispondere: rientra sull’istanza e concedi anche la pubblicazione.',
  en: 'The permission given is enough to listen but not to answer: sign in to the instance again and allow posting too.',
};

const noDeletionNotice: Words = {
  it: 'Questa istanza non lascia cancellare i post alle applicazioni: per ritirare una risposta va tolta dal suo sito.',
  en: 'This instance does not let applications delete posts: to take an answer back, remove it on its own site.',
};
