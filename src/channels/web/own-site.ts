import { z } from 'zod';

/** The company's own site, as typed: `cantinarossi.it` is enough. */
export const SiteSchema = z
  .string()
  .trim()
  .transform((url) => (/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`))
  .pipe(z.url({ protocol: /^https?$/ }));

/** Whether a page is of that site: the same host and port, with or without `www.`, by http or https. */
export const isOfSite = (page: string, site: string): boolean => {
  const [one, other] = [URL.parse(page), URL.parse(site)];
  return one !== null && other !== null && /^https?:$/.test(one.protocol) && hostOf(one) === hostOf(other);
};

const hostOf = ({ host }: URL): string => host.replace(/^www\./, '').replace(/:(?:80|443)$/, '');

/** An address that may be fetched and told: absolute, http or https, without a password in it. */
export const webAddress = (text: string | undefined): string | undefined => {
  const url = text === undefined || text.length > 2_048 ? null : URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  return url.href;
};
