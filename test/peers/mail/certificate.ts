import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Certificate {
  readonly certificateFile: string;
  readonly keyFile: string;
  /** PEM: trust this to verify the servers' TLS. */
  readonly authority: string;
}

/** A fresh self-signed certificate for 127.0.0.1 and localhost, made by the system's openssl in the given folder. */
export function makeCertificate(folder: string): Certificate {
  const certificateFile = path.join(folder, 'certificate.pem');
  const keyFile = path.join(folder, 'key.pem');
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const files = ['-keyout', keyFile, '-out', certificateFile];
  // RSA: OpenSMTPD 6.8 with OpenSSL 3 cannot sign with elliptic curves.
  const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30'];
  execFileSync('openssl', ['req', ...kind, ...subject, ...files], { stdio: ['ignore', 'ignore', 'pipe'] });
  return { certificateFile, keyFile, authority: readFileSync(certificateFile, 'utf8') };
}
