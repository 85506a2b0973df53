import { z } from 'zod';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { mentionsOfContact } from '../store/rebuilding.ts';
import type { PeopleGround } from './know-people.ts';
import { recordMentions } from './record-mentions.ts';

export const RECORD_CONTACT_JOB = 'relations.record-contact';

const AT_ONCE = 500;
const DataSchema = z.object({ workspaceId: z.uuid(), contactId: z.uuid() });

/** Records what one person said, and what was answered to them, again: after they allowed it once more. */
export const recordContactJob = (platform: Pick<Platform, 'database'> & PeopleGround): JobDefinition => ({
  name: RECORD_CONTACT_JOB,
  handle: async (data) => {
    const { workspaceId, contactId } = DataSchema.parse(data);
    let mentions: readonly string[] = [];
    do {
      const after = mentions.at(-1) ?? null;
      mentions = await platform.database.inWorkspace(workspaceId, async (tx) => {
        const next = await mentionsOfContact(tx, workspaceId, contactId, after, AT_ONCE);
        await recordMentions(platform, tx, workspaceId, next, new Set(next));
        return next;
      });
    } while (mentions.length === AT_ONCE);
  },
});
