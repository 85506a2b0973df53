import type { MailPayload } from './compose.ts';
import type { MailSettings } from './settings.ts';

export type Attachment = { readonly name: string; readonly mimeType: string; readonly content: Uint8Array };

/** The letter as RFC 5322 bytes: text, the person's name and the company's below it, then what is being answered. */
export const writeLetter = async (
  { address, name }: Pick<MailSettings, 'address' | 'name'>,
  payload: MailPayload,
  messageId: string,
  date: Date,
  attachments: readonly Attachment[],
): Promise<Buffer> => {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const senderName = [payload.signedBy, name]
    .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
    .join(' · ');
  const message = new MailComposer({
    from: { address, name: senderName },
    to: { address: payload.to.address, name: payload.to.name ?? '' },
    subject: payload.subject,
    text: letterText(payload, name),
    messageId: `<${messageId}>`,
    date,
    ...(payload.inReplyTo ? { inReplyTo: `<${payload.inReplyTo}>` } : {}),
    ...(payload.references.length > 0 ? { references: payload.references.map((id) => `<${id}>`) } : {}),
    attachments: attachments.map(({ name: filename, mimeType, content }) => ({
      filename,
      contentType: mimeType,
      content: Buffer.from(content),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    baseBoundary: messageId.split('@')[0] ?? 'letter',
    newline: '\r\n',
  }).compile();
  return new Promise((resolve, reject) => {
    message.build((error: Error | null, built?: Buffer) =>
      error || !built ? reject(error ?? new Error('empty letter')) : resolve(built),
    );
  });
};

export const letterText = ({ text, signedBy, quotation }: MailPayload, company: string): string => {
  const signature = [signedBy, company]
    .filter((line, index, all) => line !== '' && all.indexOf(line) === index)
    .join('\n');
  return `${[text, signature, quotation].filter((block) => block !== '').join('\n\n')}\n`;
};
