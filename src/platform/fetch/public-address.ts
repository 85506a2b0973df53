import ipaddr from 'ipaddr.js';

/**
 * True only for an address of the public internet. Default is no: what is not plainly global unicast in the
 * IANA special-purpose registries (RFC 6890 and its updates) is refused, and so is every form that hides an
 * IPv4 address inside an IPv6 one (mapped, compatible, NAT64, 6to4, Teredo, ISATAP), whatever it hides.
 * `address` is a literal as the resolver or the URL parser gives it; anything unreadable is not public.
 */
export const isPublicAddress = (address: string): boolean => {
  const parsed = readAddress(address);
  if (!parsed) return false;
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || isGlobalIpv6(parsed.toByteArray());
};

/** One spelling for each address, so that two of them can be compared; undefined when it is none. */
export const canonicalAddress = (address: string): string | undefined => readAddress(address)?.toString();

/** The literal inside a URL's hostname without its brackets: `[::1]` -> `::1`. */
export const bareHost = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** What may be reached: public addresses, and those that the operator named one by one. */
export const createAddressPolicy = (allowPrivateAddresses: readonly string[]): AddressPolicy => {
  const allowed = new Set(allowPrivateAddresses.map(mustBeAddress));
  const isListed = (address: string) => allowed.has(canonicalAddress(address) ?? '');
  return { isListed, mayReach: (address) => isListed(address) || isPublicAddress(address) };
};

export interface AddressPolicy {
  /** On the operator's list of exceptions. */
  isListed(address: string): boolean;
  mayReach(address: string): boolean;
}

const readAddress = (address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined => {
  // Four-part decimal only: `0177.0.0.1` and `2130706433` mean different things to different readers.
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address);
  return ipaddr.IPv6.isValid(address) ? ipaddr.IPv6.parse(address) : undefined;
};

/** Global unicast is 2000::/3 (RFC 4291); ISATAP (RFC 5214) carries an IPv4 address behind 0000:5efe or 0200:5efe. */
const isGlobalIpv6 = (bytes: readonly number[]): boolean => {
  const isGlobalUnicast = ((bytes[0] ?? 0) & 0xe0) === 0x20;
  const isIsatap =
    ((bytes[8] ?? 0) & 0xfd) === 0 && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;
  return isGlobalUnicast && !isIsatap;
};

const mustBeAddress = (entry: string): string => {
  const canonical = canonicalAddress(entry);
  if (canonical === undefined) throw new TypeError(`not a literal IP address: ${entry}`);
  return canonical;
};
