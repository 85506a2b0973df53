import { call, query } from './api.ts';

export type PasskeyView = { readonly id: string; readonly name?: string | null; readonly createdAt: string };

type CredentialJson = { readonly toJSON: () => unknown };
type Helpers = typeof PublicKeyCredential & {
  parseRequestOptionsFromJSON?: (options: unknown) => PublicKeyCredentialRequestOptions;
  parseCreationOptionsFromJSON?: (options: unknown) => PublicKeyCredentialCreationOptions;
};

const helpers = (): Helpers | null =>
  typeof PublicKeyCredential === 'undefined' ? null : (PublicKeyCredential as Helpers);

/** Whether this browser can make and use passkeys here (WebAuthn level 3; needs https or localhost). */
export const passkeysWork = (): boolean =>
  Boolean(helpers()?.parseRequestOptionsFromJSON && helpers()?.parseCreationOptionsFromJSON);

/** True when the person closed the browser's own dialog: nothing to report. */
export const wasDismissed = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');

/** Signs in with a passkey of this device; rejects with a DOMException when the person changes their mind. */
export const signInWithPasskey = async (): Promise<void> => {
  const options = await call<unknown>('GET', '/api/auth/passkey/generate-authenticate-options');
  const publicKey = helpers()?.parseRequestOptionsFromJSON?.(options);
  if (!publicKey) throw new DOMException('no passkeys here', 'NotSupportedError');
  const credential = await navigator.credentials.get({ publicKey });
  await call('POST', '/api/auth/passkey/verify-authentication', {
    response: (credential as unknown as CredentialJson).toJSON(),
  });
};

/** Makes a passkey on this device and ties it to the signed-in person. */
export const addPasskey = async (name: string): Promise<void> => {
  const options = await call<unknown>('GET', `/api/auth/passkey/generate-register-options${query({ name })}`);
  const publicKey = helpers()?.parseCreationOptionsFromJSON?.(options);
  if (!publicKey) throw new DOMException('no passkeys here', 'NotSupportedError');
  const credential = await navigator.credentials.create({ publicKey });
  await call('POST', '/api/auth/passkey/verify-registration', {
    name,
    response: (credential as unknown as CredentialJson).toJSON(),
  });
};

export const listPasskeys = (): Promise<readonly PasskeyView[]> =>
  call('GET', '/api/auth/passkey/list-user-passkeys');

export const removePasskey = (id: string): Promise<void> =>
  call('POST', '/api/auth/passkey/delete-passkey', { id });
