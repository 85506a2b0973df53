import { z } from 'zod';
import { findWorkspace, listRecipients, type SystemMail } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Desk } from '../model/correspondent.ts';
import { type ApprovalRow, readApprovalRow } from '../store/approval-rows.ts';
import { readMailsMentions } from '../store/note-mention-rows.ts';
import { type ReplyRow, readReply } from '../store/reply-rows.ts';
import { readApprovers } from './ask-approval.ts';

export const MailApprovalSchema = z.object({
  workspaceId: z.uuid(),
  replyId: z.uuid(),
  since: z.iso.datetime(),
});

type Occasion = 'waits' | 'late' | 'returned';

/** Writes to those who want such mails, if nothing has happened since: to the approvers of what still waits, to the author of what came back. No word of the answer leaves the house. */
export const mailApproval = async (
  desk: Pick<Desk, 'database' | 'baseUrl' | 'sendMail'>,
  { workspaceId, replyId, since }: z.infer<typeof MailApprovalSchema>,
): Promise<number> => {
  const mails = await desk.database.inWorkspace(workspaceId, async (tx) => {
    const reply = await readReply(tx, workspaceId, replyId);
    const approval = await readApprovalRow(tx, workspaceId, replyId);
    const occasion = reply && approval && occasionOf(reply, approval, new Date(since));
    return occasion ? write(desk, tx, reply, occasion) : [];
  });
  for (const mail of mails) await desk.sendMail(mail);
  return mails.length;
};

const occasionOf = (reply: ReplyRow, approval: ApprovalRow, since: Date): Occasion | undefined => {
  const isOf = (at: Date | null) => at?.getTime() === since.getTime();
  if (reply.state === 'returned' && isOf(approval.decidedAt)) return 'returned';
  if (reply.state !== 'waiting') return undefined;
  if (isOf(approval.lateToldAt)) return 'late';
  return isOf(approval.askedAt) && approval.lateToldAt === null ? 'waits' : undefined;
};

const write = async (
  desk: Pick<Desk, 'baseUrl'>,
  tx: Transaction,
  { workspaceId, id, personId }: ReplyRow,
  occasion: Occasion,
): Promise<readonly SystemMail[]> => {
  const workspace = await findWorkspace(tx, workspaceId);
  const concerned = occasion === 'returned' ? [personId] : await readApprovers(tx, workspaceId, personId);
  const recipients = (await listRecipients(tx, workspaceId)).filter((one) =>
    concerned.includes(one.personId),
  );
  const mails: SystemMail[] = [];
  for (const one of recipients) {
    if (!workspace || !(await readMailsMentions(tx, workspaceId, one.personId))) continue;
    const address = `${desk.baseUrl}/${workspace.slug}/da-approvare/${id}`;
    mails.push({
      to: one.email,
      ...words[one.language === 'en' ? 'en' : 'it'](occasion, workspace.name, address),
    });
  }
  return mails;
};

const words = {
  it: (occasion: Occasion, company: string, address: string) => ({
    subject: {
      waits: 'Una risposta aspetta la tua approvazione',
      late: 'Una risposta aspetta da troppo la tua approvazione',
      returned: 'Una tua risposta è tornata indietro con un commento',
    }[occasion],
    text: `Ciao,\n\n${occasion === 'returned' ? 'chi approva ti ha lasciato un commento su una risposta' : 'c’è una risposta da approvare'} di ${company}:\n\n${address}\n\nPuoi scegliere di non ricevere queste mail in Impostazioni, Conversazioni.\n`,
  }),
  en: (occasion: Occasion, company: string, address: string) => ({
    subject: {
      waits: 'An answer waits for your approval',
      late: 'An answer has waited too long for your approval',
      returned: 'An answer of yours came back with a comment',
    }[occasion],
    text: `Hello,\n\n${occasion === 'returned' ? 'an approver has left you a comment on an answer' : 'there is an answer to approve'} of ${company}:\n\n${address}\n\nYou can choose not to get these mails in Settings, Conversations.\n`,
  }),
} as const;
