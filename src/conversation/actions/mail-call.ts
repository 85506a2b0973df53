import { z } from 'zod';
import { findWorkspace, listRecipients, type SystemMail } from '../../people/index.ts';
import type { Desk } from '../model/correspondent.ts';
import { isStillUnseen } from '../store/note-mention-rows.ts';

export const MailCallSchema = z.object({
  workspaceId: z.uuid(),
  noteId: z.uuid(),
  personId: z.uuid(),
  threadId: z.uuid(),
  byName: z.string(),
});

/** Writes to a colleague whom a note called and who has not looked since. The words of the note stay in the house. */
export const mailCall = async (
  desk: Pick<Desk, 'database' | 'baseUrl' | 'sendMail'>,
  call: z.infer<typeof MailCallSchema>,
): Promise<boolean> => {
  const mail = await desk.database.inWorkspace(call.workspaceId, async (tx) => {
    if (!(await isStillUnseen(tx, call.workspaceId, call.noteId, call.personId))) return undefined;
    const workspace = await findWorkspace(tx, call.workspaceId);
    const to = (await listRecipients(tx, call.workspaceId)).find(
      ({ personId }) => personId === call.personId,
    );
    if (!workspace || !to) return undefined;
    const address = `${desk.baseUrl}/${workspace.slug}/conversazioni/${call.threadId}`;
    return {
      to: to.email,
      ...mailWords(to.language === 'en' ? 'en' : 'it', call.byName, workspace.name, address),
    };
  });
  return mail ? desk.sendMail(mail) : false;
};

const mailWords = (
  language: 'it' | 'en',
  byName: string,
  company: string,
  address: string,
): Omit<SystemMail, 'to'> =>
  language === 'it'
    ? {
        subject: `${byName} ti chiama in una conversazione`,
        text: `Ciao,\n\n${byName} ti ha scritto in una nota, in una conversazione di ${company}:\n\n${address}\n\nPuoi scegliere di non ricevere queste mail in Impostazioni, Conversazioni.\n`,
      }
    : {
        subject: `${byName} calls you into a conversation`,
        text: `Hello,\n\n${byName} has called you in a note, in a conversation of ${company}:\n\n${address}\n\nYou can choose not to get these mails in Settings, Conversations.\n`,
      };
