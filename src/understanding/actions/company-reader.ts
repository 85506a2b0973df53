import { loadLanguage } from '../../language/index.ts';
import type { ReaderOf } from '../../listening/index.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Company, createShelf, loadCompany } from './load-company.ts';

/** Says in every process that a workspace reads otherwise from now on; the payload is its id. */
export const UNDERSTANDING_SIGNAL = 'passaparola_understanding';

/** Companies whose layer (under a megabyte each) is kept at hand. */
const MOST_COMPANIES = 50;
/** Several corrections in a row are learnt together. Milliseconds. */
const GATHER_MS = 300;

/** How each company reads, made from its log and packs when first asked for and again after each change in any process. */
export type CompanyReader = {
  readonly read: ReaderOf;
  current(workspaceId: WorkspaceId): Promise<Company>;
  /** Not older than this version, whatever it takes. */
  atLeast(workspaceId: WorkspaceId, version: string): Promise<Company>;
  close(): void;
};

type Place = { company: Promise<Company>; timer: NodeJS.Timeout | undefined };

export const createCompanyReader = async (
  platform: Pick<Platform, 'database' | 'signals' | 'clock' | 'log'>,
): Promise<CompanyReader> => {
  const shelf = createShelf(loadLanguage());
  const places = new Map<WorkspaceId, Place>();

  const load = (workspaceId: WorkspaceId): Promise<Company> => loadCompany(platform, shelf, workspaceId);

  const placeOf = (workspaceId: WorkspaceId): Place => {
    const place = places.get(workspaceId) ?? { company: load(workspaceId), timer: undefined };
    if (!places.has(workspaceId)) place.company.catch(() => places.delete(workspaceId));
    places.delete(workspaceId);
    places.set(workspaceId, place);
    for (const [oldest, { timer }] of [...places].slice(0, -MOST_COMPANIES)) {
      clearTimeout(timer);
      places.delete(oldest);
    }
    return place;
  };
  /** The old reader is used until the new one is there: nothing that arrives waits for learning. */
  const renew = async (workspaceId: WorkspaceId, place: Place): Promise<Company> => {
    const [company, known] = await Promise.all([load(workspaceId), place.company]);
    const newer = (company.version ?? '') >= (known.version ?? '') ? company : known;
    place.company = Promise.resolve(newer);
    return newer;
  };
  const renewSoon = (workspaceId: WorkspaceId, place: Place): void => {
    place.timer ??= setTimeout(() => {
      place.timer = undefined;
      renew(workspaceId, place).catch((error: unknown) => {
        places.delete(workspaceId);
        platform.log.warn({ error: String(error) }, 'what was learnt could not be loaded');
      });
    }, GATHER_MS).unref();
  };

  const off = await platform.signals.on(UNDERSTANDING_SIGNAL, (workspaceId) => {
    for (const [id, place] of places) if (workspaceId === '' || workspaceId === id) renewSoon(id, place);
  });
  const current = (workspaceId: WorkspaceId): Promise<Company> => placeOf(workspaceId).company;
  return {
    current,
    read: async (workspaceId) => (await current(workspaceId)).understand,
    atLeast: async (workspaceId, version) => {
      const place = placeOf(workspaceId);
      const company = await place.company;
      return (company.version ?? '') >= version ? company : await renew(workspaceId, place);
    },
    close: () => {
      off();
      for (const { timer } of places.values()) clearTimeout(timer);
    },
  };
};
