import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { type OAuthClient, openAccess } from '../authorise-kit/index.ts';
import type { ChannelContext } from '../contract.ts';
import { callGoogle, type GoogleAnswer, type GoogleCall, type GoogleFailure } from '../google/call-google.ts';
import { googleVendor } from '../google/vendor.ts';
import { BUSINESS_API, type BusinessSecrets, type BusinessSettings } from './settings.ts';

export type BusinessContext = ChannelContext<BusinessSettings, BusinessSecrets>;

/** https://developers.google.com/my-business/content/implement-oauth */
export const BUSINESS_SCOPES = ['https://www.googleapis.com/auth/business.manage'];

export const knownOf = ({
  settings,
  secrets,
}: {
  readonly settings: BusinessSettings;
  readonly secrets: Partial<BusinessSecrets>;
}): { readonly vendor: ReturnType<typeof googleVendor>; readonly client: OAuthClient } => ({
  vendor: googleVendor(BUSINESS_SCOPES, settings.apiUrl, BUSINESS_API),
  client: { clientId: settings.clientId, clientSecret: secrets.clientSecret },
});

export type Business = {
  call<Output>(
    call: Omit<GoogleCall, 'url'> & { readonly host: keyof typeof hosts; readonly path: string },
    schema: z.ZodType<Output>,
  ): Promise<Result<GoogleAnswer<Output>, GoogleFailure>>;
};

/** Google has parted this API over several hosts (https://developers.google.com/my-business/ref_overview); reviews stayed in version 4. */
const hosts = {
  accounts: 'https://mybusinessaccountmanagement.googleapis.com',
  information: 'https://mybusinessbusinessinformation.googleapis.com',
  reviews: BUSINESS_API,
} as const;

export const openBusiness = (context: BusinessContext): Business => {
  const { vendor, client } = knownOf(context);
  const access = openAccess(context, vendor, client);
  const { apiUrl } = context.settings;
  return {
    call: ({ host, path, ...call }, schema) => {
      const origin = apiUrl === BUSINESS_API ? hosts[host] : apiUrl;
      return callGoogle(context, access, { ...call, url: `${origin}/${path}` }, schema);
    },
  };
};

const AccountsSchema = z.object({
  accounts: z
    .array(z.object({ name: z.string().regex(/^accounts\/[^/]+$/), accountName: z.string().catch('') }))
    .catch([]),
  nextPageToken: z.string().optional().catch(undefined),
});

const LocationsSchema = z.object({
  locations: z
    .array(
      z.object({
        name: z.string().regex(/^locations\/[^/]+$/),
        title: z.string().catch(''),
        storeCode: z.string().optional().catch(undefined),
        metadata: z
          .object({ mapsUri: z.string().optional().catch(undefined) })
          .optional()
          .catch(undefined),
      }),
    )
    .catch([]),
  nextPageToken: z.string().optional().catch(undefined),
});

export type Account = z.infer<typeof AccountsSchema>['accounts'][number];

/** A place as version 4 wants it named: `accounts/1/locations/2`. */
export type Place = { readonly name: string; readonly title: string; readonly mapsUri?: string | undefined };

const PAGES = 20;

/** https://developers.google.com/my-business/reference/accountmanagement/rest/v1/accounts/list: at most 20 a page. */
export const readAccounts = (business: Business): Promise<Result<readonly Account[], GoogleFailure>> =>
  readAll(async (pageToken) => {
    const call = { host: 'accounts', path: 'v1/accounts', params: { pageSize: 20, pageToken } } as const;
    const page = await business.call(call, AccountsSchema);
    return page.ok ? ok([page.value.output.accounts, page.value.output.nextPageToken] as const) : page;
  });

/** https://developers.google.com/my-business/reference/businessinformation/rest/v1/accounts.locations/list: `readMask` is required. */
export const readPlaces = async (
  business: Business,
  account: string,
): Promise<Result<readonly Place[], GoogleFailure>> =>
  readAll(async (pageToken) => {
    const params = { readMask: 'name,title,storeCode,metadata', pageSize: 100, pageToken };
    const call = { host: 'information', path: `v1/${account}/locations`, params } as const;
    const page = await business.call(call, LocationsSchema);
    if (!page.ok) return page;
    const places = page.value.output.locations.map(({ name, title, metadata }) => ({
      name: `${account}/${name}`,
      title,
      ...(metadata?.mapsUri ? { mapsUri: metadata.mapsUri } : {}),
    }));
    return ok([places, page.value.output.nextPageToken] as const);
  });

const readAll = async <One>(
  read: (
    pageToken: string | undefined,
  ) => Promise<Result<readonly [readonly One[], string | undefined], GoogleFailure>>,
): Promise<Result<readonly One[], GoogleFailure>> => {
  const all: One[] = [];
  let pageToken: string | undefined;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const page = await read(pageToken);
    if (!page.ok) return err(page.error);
    all.push(...page.value[0]);
    pageToken = page.value[1];
    if (!pageToken) break;
  }
  return ok(all);
};

/** The places that this connection is for. */
export const chosenPlaces = async (
  business: Business,
  { location }: BusinessSettings,
): Promise<
  Result<{ readonly accounts: readonly Account[]; readonly places: readonly Place[] }, GoogleFailure>
> => {
  const accounts = await readAccounts(business);
  if (!accounts.ok) return accounts;
  const places: Place[] = [];
  for (const { name } of accounts.value) {
    const found = await readPlaces(business, name);
    if (!found.ok) return found;
    places.push(...found.value);
  }
  // A place may belong to a person and to a group: it is one place.
  const byId = new Map(places.map((place) => [place.name.split('/').at(-1), place]));
  const wanted = location.toLowerCase();
  const isWanted = ({ name, title }: Place) =>
    wanted === '' || name.endsWith(wanted) || title.toLowerCase().includes(wanted);
  return ok({ accounts: accounts.value, places: [...byId.values()].filter(isWanted) });
};
