import type { ChannelContext, SendContext } from '../contract.ts';
import type { XSecrets, XSettings } from './settings.ts';

export type XContext = ChannelContext<XSettings, XSecrets>;
export type XSendContext = SendContext<XSettings, XSecrets>;
