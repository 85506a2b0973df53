import type { ChannelContext, SendContext } from '../contract.ts';
import type { Graph } from '../meta/graph-call.ts';
import type { WhatsappSecrets, WhatsappSettings } from './settings.ts';

export type WhatsappContext = ChannelContext<WhatsappSettings, WhatsappSecrets>;
export type WhatsappSendContext = SendContext<WhatsappSettings, WhatsappSecrets>;

export const graphOf = ({ http, clock, settings, secrets }: WhatsappContext): Graph => ({
  http,
  clock,
  base: `${settings.apiUrl}/${settings.apiVersion}`,
  token: secrets.accessToken,
  tokenIn: 'header',
  appSecret: secrets.clientSecret,
});
