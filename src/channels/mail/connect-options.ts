import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { isPublicAddress } from '../../platform/fetch/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelContext, ChannelProblem } from '../contract.ts';
import { problemOfFetch } from '../http-problem.ts';
import type { Door } from './door.ts';
import type { MailSecrets, MailSettings } from './settings.ts';

export type MailContext = ChannelContext<MailSettings, MailSecrets>;

/** Where to connect: an address that the guard has judged and pinned, and the name that its certificate must carry. */
export type Pinned = {
  readonly address: string;
  readonly port: number;
  readonly security: Door['security'];
  readonly tls: {
    readonly servername?: string;
    readonly ca?: readonly string[];
    readonly minVersion: 'TLSv1.2';
  };
};

/** `side` names the fields of the form that a problem belongs to. */
export const pin = async (
  context: MailContext,
  door: Door,
  side: 'imap' | 'smtp',
): Promise<Result<Pinned, ChannelProblem>> => {
  const checked = await context.http.checkHost(door.host);
  if (!checked.ok) return err(problemOfFetch(checked.error));
  const { address } = checked.value;
  if (door.security === 'none' && isPublicAddress(address)) {
    return err({
      kind: 'misconfigured',
      field: `${side}Security`,
      detail: 'a password never travels over the internet without TLS',
    });
  }
  const authority = readAuthority(context.settings.ca);
  return ok({
    address,
    port: door.port,
    security: door.security,
    tls: {
      ...(isIP(door.host) ? {} : { servername: door.host }),
      ...(authority ? { ca: [...rootCertificates, authority] } : {}),
      minVersion: 'TLSv1.2',
    },
  });
};

/** A PEM that went through a one-line field comes back to its lines. */
const readAuthority = (pasted: string): string | undefined => {
  const blocks = [
    ...pasted.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g),
  ].map(([, inside = '']) => {
    const lines = inside.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----'].join('\n');
  });
  return blocks.length > 0 ? blocks.join('\n') : undefined;
};
