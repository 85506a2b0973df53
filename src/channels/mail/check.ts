import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, Health, Words } from '../contract.ts';
import type { MailContext } from './connect-options.ts';
import { findSentFolder, leave, openImap } from './imap.ts';
import { problemOfMail } from './mail-problem.ts';
import { isCertifiedMail, providerOf, signInNotice } from './providers.ts';
import { openSmtp } from './smtp.ts';

/** Signs in to both servers and says which of them does not let us in, and why, on the field that can mend it. */
export const checkMail = async (context: MailContext): Promise<Result<Health, ChannelProblem>> => {
  const { address, name, imapHost } = context.settings;
  if (providerOf(address)?.signIn === 'oauth-only' && providerOf(address)?.imap.host === imapHost) {
    return err({
      kind: 'misconfigured',
      field: 'address',
      detail: signInNotice(address)?.it ?? 'OAuth only',
    });
  }
  const incoming = await checkImap(context);
  if (!incoming.ok) return err(onField(incoming.error, 'imap', context));
  const outgoing = await openSmtp(context);
  if (!outgoing.ok) return err(onField(outgoing.error, 'smtp', context));
  outgoing.value.quit();
  return ok({
    account: { nativeId: address, handle: address, ...(name ? { name } : {}) },
    notices: [
      ...incoming.value,
      ...(isCertifiedMail(address, context.settings.smtpHost) ? [certifiedNotice] : []),
    ],
  });
};

const checkImap = async (context: MailContext): Promise<Result<readonly Words[], ChannelProblem>> => {
  const opened = await openImap(context);
  if (!opened.ok) return opened;
  const client = opened.value;
  try {
    const hasFolder = (await client.list()).some(
      ({ path }) => path.toLowerCase() === context.settings.folder.toLowerCase(),
    );
    if (!hasFolder)
      return err({ kind: 'misconfigured', field: 'folder', detail: 'IMAP: there is no such folder' });
    const sent = await findSentFolder(client);
    return ok([...(client.capabilities.has('IDLE') ? [] : [noIdleNotice]), ...(sent ? [] : [noSentNotice])]);
  } catch (error) {
    return err(problemOfMail(error, 'IMAP'));
  } finally {
    await leave(client);
  }
};

/** The field of the form that the problem can be mended in, where there is one. */
const onField = (
  problem: ChannelProblem,
  side: 'imap' | 'smtp',
  { settings }: MailContext,
): ChannelProblem => {
  if (problem.kind === 'unauthorised') {
    const hint = signInNotice(settings.address)?.it;
    return {
      kind: 'misconfigured',
      field: 'password',
      detail: hint ? `${problem.detail}. ${hint}` : problem.detail,
    };
  }
  const protocol = side.toUpperCase();
  if (problem.kind === 'unreachable' && /has no address/.test(problem.detail)) {
    return { kind: 'misconfigured', field: `${side}Host`, detail: `${protocol}: ${problem.detail}` };
  }
  if (problem.kind === 'unreachable' && /no safe connection/.test(problem.detail)) {
    return { kind: 'misconfigured', field: `${side}Security`, detail: problem.detail };
  }
  if (problem.kind === 'blocked-address') return { ...problem, detail: `${protocol}: ${problem.detail}` };
  return problem;
};

const noIdleNotice: Words = {
  it: 'Questo server non avvisa quando arriva posta: la leggiamo ogni cinque minuti.',
  en: 'This server does not announce new mail: we read it every five minutes.',
};

const noSentNotice: Words = {
  it: 'In questa casella non c’è una cartella della posta inviata: le risposte si vedono solo qui.',
  en: 'This mailbox has no folder for sent letters: answers are only seen here.',
};

const certifiedNotice: Words = {
  it: 'È una casella PEC: le ricevute di accettazione e di consegna si vedono nella conversazione.',
  en: 'This is a certified mailbox (PEC): receipts of acceptance and delivery are seen in the conversation.',
};
