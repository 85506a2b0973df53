/** Places where many people have their pages: sharing one says nothing of who somebody is. */
const crowded = new Set(
  (
    'facebook.com instagram.com threads.net x.com twitter.com linkedin.com youtube.com youtu.be tiktok.com pinterest.com ' +
    'github.com gitlab.com medium.com substack.com wordpress.com blogspot.com tumblr.com bsky.app bsky.social linktr.ee ' +
    't.me telegram.me wa.me google.com sites.google.com goo.gl bit.ly patreon.com ko-fi.com paypal.me ' +
    'mastodon.social mastodon.uno'
  ).split(' '),
);

/** Where anybody can have a letter box. */
const letterBoxes = new Set(
  (
    'gmail.com googlemail.com libero.it virgilio.it tiscali.it alice.it tin.it hotmail.com hotmail.it outlook.com outlook.it ' +
    'live.com live.it msn.com yahoo.com yahoo.it icloud.com me.com mac.com proton.me protonmail.com gmx.com email.it ' +
    'inwind.it iol.it fastwebnet.it poste.it pec.it legalmail.it aruba.it arubapec.it'
  ).split(' '),
);

/** Host and path without scheme, www, question, fragment and last slash; null for what is no web address. */
export const normalUrl = (url: string): string | null => {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  return `${hostOf(parsed)}${parsed.pathname.replace(/\/+$/, '')}`.toLowerCase();
};

/** The host of an address if it can be somebody's own; null for places shared by many. */
export const ownDomain = (url: string): string | null => {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  return ownHost(hostOf(parsed));
};

/** The domain of a mail address if it can be somebody's own. */
export const ownMailDomain = (address: string): string | null => {
  const domain = address.toLowerCase().split('@').at(-1) ?? '';
  return letterBoxes.has(domain) ? null : ownHost(domain);
};

export const ownHost = (host: string): string | null =>
  host.includes('.') && !isCrowded(host) && !letterBoxes.has(host) ? host : null;

const isCrowded = (host: string): boolean =>
  crowded.has(host) || [...crowded].some((place) => host.endsWith(`.${place}`));

const hostOf = ({ host }: URL): string => host.toLowerCase().replace(/^www\./, '');
