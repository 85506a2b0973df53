import { z } from 'zod';
import {
  audit,
  findWorkspace,
  listMembers,
  listRecipients,
  permissionsOf,
  sendSystemMail,
} from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Endpoint, findEndpoint, tellWantsChanged, updateEndpoint } from '../store/endpoints.ts';
import { dropWaiting } from '../store/messages.ts';
import { words } from '../words.ts';
import type { Context } from './context.ts';

const MAIL_JOB = 'integrations.mail-of-trouble';
export const troubles = ['gone', 'dead', 'given-up'] as const;
type Trouble = (typeof troubles)[number];

/** Nothing more is sent there until a person says so; what waited is kept and can be sent again. */
export const stopEndpoint = async (
  context: Context,
  tx: Transaction,
  { workspaceId, id, name }: Endpoint,
  reason: 'gone' | 'dead',
): Promise<void> => {
  await updateEndpoint(tx, workspaceId, id, { state: 'disabled', reason });
  await dropWaiting(tx, workspaceId, id, context.clock.now());
  await audit(
    tx,
    { kind: 'system', workspaceId, name: 'integrations' },
    { action: 'webhook.disabled', subjectKind: 'webhook', subjectId: id, details: { name, reason } },
  );
  await tellWantsChanged(tx, workspaceId);
  await tellPeople(context, tx, { workspaceId, id }, reason);
};

/** Messages were given up although the address answers to others: told once, until the next success. */
export const tellGivenUp = async (context: Context, tx: Transaction, endpoint: Endpoint): Promise<void> => {
  const { workspaceId, id, toldAt } = endpoint;
  if (toldAt) return;
  await updateEndpoint(tx, workspaceId, id, { toldAt: context.clock.now() });
  await tellPeople(context, tx, endpoint, 'given-up');
};

/** One mail for each person who looks after this, in the transaction of what happened. */
const tellPeople = async (
  { config, jobs }: Pick<Platform, 'config' | 'jobs'>,
  tx: Transaction,
  { workspaceId, id: endpointId }: Pick<Endpoint, 'workspaceId' | 'id'>,
  trouble: Trouble,
): Promise<void> => {
  if (!config.mail) return;
  for (const { personId, roles } of await listMembers(tx, workspaceId))
    if (permissionsOf(roles).includes('integrations.manage'))
      await jobs.send(tx, MAIL_JOB, { workspaceId, endpointId, personId, trouble });
};

const DataSchema = z.object({
  workspaceId: z.string(),
  endpointId: z.string(),
  personId: z.string(),
  trouble: z.enum(troubles),
});

export const troubleMailJob = (platform: Platform): JobDefinition => ({
  name: MAIL_JOB,
  retries: 10,
  handle: async (data) => {
    const { workspaceId, endpointId, personId, trouble } = DataSchema.parse(data);
    const mail = await platform.database.inWorkspace(workspaceId, async (tx) => {
      const endpoint = await findEndpoint(tx, workspaceId, endpointId);
      const company = await findWorkspace(tx, workspaceId);
      const person = (await listRecipients(tx, workspaceId)).find((one) => one.personId === personId);
      if (!endpoint || !company || !person) return undefined;
      const link = `${platform.config.baseUrl}/${company.slug}/impostazioni/collegamenti`;
      const said = words[person.language === 'en' ? 'en' : 'it'].trouble[trouble](endpoint.name, link);
      return { to: person.email, ...said };
    });
    if (mail && !(await sendSystemMail(platform, mail))) throw new Error('the mail server did not take it');
  },
});
