import { loadLanguage } from '../../language/index.ts';
import type { ReaderOf } from '../../listening/index.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { createLearnApart, type LearnApart } from './learn-apart.ts';
import { type Company, createShelf, loadCompany } from './load-company.ts';
import { type OneThenNext, oneThenNext } from './one-then-next.ts';

/** Says in every process that a workspace reads otherwise from now on; the payload is its id. */
export const UNDERSTANDING_SIGNAL = 'passaparola_understanding';

/** Companies whose layer (about a megabyte each) is kept at hand. */
const MOST_COMPANIES = 50;
/** Several corrections in a row are learnt together. Milliseconds. */
const GATHER_MS = 300;

/** How each company reads, made from its log and packs when first asked for and again after each change in any process. */
export type CompanyReader = {
  readonly read: ReaderOf;
  current(workspaceId: WorkspaceId): Promise<Company>;
  /** Not older than this version, whatever it takes. */
  atLeast(workspaceId: WorkspaceId, version: string): Promise<Company>;
  /** Ends the learning that is under way. */
  close(): void;
};

type Place = {
  company: Promise<Company>;
  timer: NodeJS.Timeout | undefined;
  readonly renewal: OneThenNext<Company>;
  readonly stop: AbortController;
};

export const createCompanyReader = async (
  platform: Pick<Platform, 'database' | 'signals' | 'clock' | 'log'>,
  given: { readonly apart?: LearnApart } = {},
): Promise<CompanyReader> => {
  const language = loadLanguage();
  const shelf = createShelf(language);
  const apart = given.apart ?? createLearnApart(language);
  const places = new Map<WorkspaceId, Place>();

  const load = (workspaceId: WorkspaceId, { signal }: AbortController, known?: Company): Promise<Company> =>
    loadCompany(platform, { shelf, apart, signal }, workspaceId, known);

  const newPlace = (workspaceId: WorkspaceId): Place => {
    const stop = new AbortController();
    const renewal = oneThenNext(() => learnAnew(workspaceId, place));
    const place: Place = { company: load(workspaceId, stop), timer: undefined, renewal, stop };
    place.company.catch(() => drop(workspaceId, place));
    return place;
  };
  const drop = (workspaceId: WorkspaceId, place: Place): void => {
    clearTimeout(place.timer);
    if (places.get(workspaceId) === place) places.delete(workspaceId);
  };
  const placeOf = (workspaceId: WorkspaceId): Place => {
    const place = places.get(workspaceId) ?? newPlace(workspaceId);
    places.delete(workspaceId);
    places.set(workspaceId, place);
    for (const [oldest, other] of [...places].slice(0, -MOST_COMPANIES)) drop(oldest, other);
    return place;
  };
  /** The old reader is used until the new one is there: nothing that arrives waits for learning. */
  const learnAnew = async (workspaceId: WorkspaceId, place: Place): Promise<Company> => {
    const known = await place.company;
    const company = await load(workspaceId, place.stop, known);
    // What could not be learnt now is learnt with the next change: until then as before.
    if (company.isWhole || !known.isWhole) place.company = Promise.resolve(company);
    return place.company;
  };
  const renewSoon = (workspaceId: WorkspaceId, place: Place): void => {
    place.timer ??= setTimeout(() => {
      place.timer = undefined;
      place.renewal.ask().catch((error: unknown) => {
        drop(workspaceId, place);
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
      const isNew = (company: Company): boolean => (company.version ?? '') >= version;
      const known = await place.company;
      if (isNew(known)) return known;
      const learning = await place.renewal.underWay();
      return learning && isNew(learning) ? learning : place.renewal.ask();
    },
    close: () => {
      off();
      for (const [id, place] of places) {
        place.stop.abort();
        drop(id, place);
      }
    },
  };
};
