import { z } from 'zod';
import { listMembers, type Member } from '../../people/index.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { ASK_JOB } from '../model/job-names.ts';
import { changeAsking, findAsking } from '../store/askings.ts';
import { readSettings } from '../store/settings.ts';
import { textOf } from './asking-text.ts';
import type { Ground } from './ground.ts';
import { sendAsking } from './send-asking.ts';

const DataSchema = z.object({ workspaceId: z.uuid(), askingId: z.uuid() });

export const askJob = (ground: Ground): JobDefinition => ({
  name: ASK_JOB,
  handle: async (data) => {
    const { workspaceId, askingId } = DataSchema.parse(data);
    await askByItself(ground, workspaceId, askingId);
  },
});

/**
 * A question whose hour has come leaves in the name of who spoke with them, if the company still wants that on this channel and the
 * rules still allow it. Where it cannot leave it is proposed to that person instead: nothing is lost in silence.
 */
export const askByItself = async (ground: Ground, workspaceId: string, askingId: string): Promise<void> => {
  const found = await ground.database.inWorkspace(workspaceId, async (tx) => {
    const asking = await findAsking(tx, workspaceId, askingId);
    if (asking?.state !== 'proposed') return undefined;
    const settings = await readSettings(tx, workspaceId);
    const member = (await listMembers(tx, workspaceId)).find(({ personId }) => personId === asking.personId);
    const mayLeave = settings.isOn && settings.automaticOn.includes(asking.channel);
    return { asking, settings, member: mayLeave ? member : undefined };
  });
  if (!found) return;
  const { asking, settings, member } = found;
  const sent = member
    ? await sendAsking(
        ground,
        { kind: 'member', workspaceId, ...member } satisfies Member,
        askingId,
        textOf(ground, workspaceId, asking, settings, member.name),
      )
    : undefined;
  if (sent?.ok) return;
  const because = sent && !sent.ok && sent.error.kind === 'passed-over' ? sent.error.because : undefined;
  await ground.database.inWorkspace(workspaceId, (tx) =>
    changeAsking(
      tx,
      workspaceId,
      askingId,
      because ? { state: 'passed-over', passedFor: because, dueAt: null } : { dueAt: null },
    ),
  );
};
