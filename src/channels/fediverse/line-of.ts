import { z } from 'zod';
import { ok, type Result } from '../../platform/result.ts';
import type { ApiFailure } from './call-api.ts';
import { type FediverseClient, ListSchema, readStatus } from './client.ts';
import type { Known } from './cursor.ts';
import { type Status, StatusSchema } from './entities.ts';

/**
 * The addresses of what stands above a status, oldest first: ids mean something on one instance only, addresses
 * everywhere. From what we hold where we can, else from the instance; empty when it no longer has the parent.
 */
export const lineOf = async (
  client: FediverseClient,
  status: Status,
  held: (id: string) => Known | undefined,
): Promise<Result<readonly string[], ApiFailure>> => {
  const parentId = status.in_reply_to_id;
  if (!parentId) return ok([]);
  const parent = held(parentId);
  if (parent) return ok(parent.root && parent.root !== parent.uri ? [parent.root, parent.uri] : [parent.uri]);
  const above = await readAncestors(client, status);
  if (!above.ok) return isPassing(above.error) ? above : await readParent(client, parentId);
  const line = climb(above.value, parentId);
  return line.length > 0 ? ok(line) : await readParent(client, parentId);
};

const ContextSchema = z.object({ ancestors: ListSchema });

const readAncestors = async (
  client: FediverseClient,
  { id }: Status,
): Promise<Result<readonly Status[], ApiFailure>> => {
  const path = `/api/v1/statuses/${encodeURIComponent(id)}/context`;
  const answer = await client.call({ path }, ContextSchema);
  if (!answer.ok) return answer;
  return ok(answer.value.output.ancestors.flatMap((one) => StatusSchema.safeParse(one).data ?? []));
};

/** From the parent upwards, as far as it goes without a gap. */
const climb = (ancestors: readonly Status[], parentId: string): readonly string[] => {
  const byId = new Map(ancestors.map((one) => [one.id, one]));
  const line: string[] = [];
  for (
    let one = byId.get(parentId);
    one && !line.includes(one.uri);
    one = byId.get(one.in_reply_to_id ?? '')
  ) {
    line.unshift(one.uri);
  }
  return line;
};

const readParent = async (
  client: FediverseClient,
  id: string,
): Promise<Result<readonly string[], ApiFailure>> => {
  const answer = await readStatus(client, id);
  if (!answer.ok) return isPassing(answer.error) ? answer : ok([]);
  const parent = StatusSchema.safeParse(answer.value.output).data;
  return ok(parent ? [parent.uri] : []);
};

/**
 * Worth another try: an item read without its line would stay outside its conversation for ever. Not so what is wrong with
 * this one conversation (too long to be read, a server that stumbles over it): nothing else would ever come through.
 */
const isPassing = ({ problem }: ApiFailure): boolean =>
  ['unreachable', 'rate-limited', 'unauthorised'].includes(problem.kind);
