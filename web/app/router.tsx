import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { keep, kept } from './kept.ts';
import { memorySearchOf } from './memory-search.ts';
import { type ReadingSearch, readingSearchOf } from './reading-search.ts';
import { installationQuery, meQuery } from './session.ts';
import { Failed } from './shell/failed.tsx';
import { Missing } from './shell/missing.tsx';
import { RootFrame } from './shell/root-frame.tsx';
import { Waiting } from './shell/waiting.tsx';

type Context = { readonly client: QueryClient };

const root = createRootRouteWithContext<Context>()({
  component: RootFrame,
  notFoundComponent: Missing,
  errorComponent: Failed,
});

/** Where somebody who opens the bare address belongs. */
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context: { client } }) => {
    const me = await client.ensureQueryData(meQuery);
    if (!me) {
      const installation = await client.ensureQueryData(installationQuery);
      throw redirect(installation.setUp ? { to: '/entra' } : { to: '/avvio' });
    }
    const last = me.workspaces.find(({ slug }) => slug === kept('workspace')) ?? me.workspaces[0];
    if (!last) throw redirect({ to: '/senza-azienda' });
    throw redirect({ to: '/$slug/oggi', params: { slug: last.slug } });
  },
});

const setUpHelp = createRoute({
  getParentRoute: () => root,
  path: '/avvio',
  component: lazyRouteComponent(() => import('../pages/set-up/set-up-help-page.tsx'), 'SetUpHelpPage'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/avvio/$token',
  component: lazyRouteComponent(() => import('../pages/set-up/set-up-page.tsx'), 'SetUpPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/entra',
  validateSearch: (search: Record<string, unknown>): { dopo?: string } =>
    // Only addresses of this app: never somewhere else after signing in.
    typeof search.dopo === 'string' && /^\/(?![/\\])/.test(search.dopo) ? { dopo: search.dopo } : {},
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invito/$secret',
  component: lazyRouteComponent(() => import('../pages/invitation/invitation-page.tsx'), 'InvitationPage'),
});
const askPassword = createRoute({
  getParentRoute: () => root,
  path: '/nuova-password',
  component: lazyRouteComponent(() => import('../pages/new-password/ask-page.tsx'), 'AskPage'),
});
const choosePassword = createRoute({
  getParentRoute: () => root,
  path: '/nuova-password/$token',
  component: lazyRouteComponent(() => import('../pages/new-password/choose-page.tsx'), 'ChoosePage'),
});
/** What a company tells those whom it hears: public. */
const notice = createRoute({
  getParentRoute: () => root,
  path: '/informativa/$slug',
  component: lazyRouteComponent(() => import('../pages/notice/notice-page.tsx'), 'NoticePage'),
});
const nowhere = createRoute({
  getParentRoute: () => root,
  path: '/senza-azienda',
  component: lazyRouteComponent(() => import('../pages/sign-in/no-company-page.tsx'), 'NoCompanyPage'),
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/$slug',
  beforeLoad: async ({ context: { client }, params, location }) => {
    const me = await client.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: '/entra', search: { dopo: location.href } });
    if (!me.workspaces.some(({ slug }) => slug === params.slug)) throw notFound();
    keep('workspace', params.slug);
  },
  pendingComponent: Waiting,
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
});
const workspaceHome = createRoute({
  getParentRoute: () => workspace,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$slug/oggi', params });
  },
});
const today = createRoute({
  getParentRoute: () => workspace,
  path: 'oggi',
  component: lazyRouteComponent(() => import('../pages/today/today-page.tsx'), 'TodayPage'),
});
/** What the list of threads shows; lives in the address so that links and "back" keep it. */
export type ConversationsSearch = ReadingSearch & {
  vista?: string;
  canale?: string;
  nonletti?: boolean;
  cerca?: string;
};
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const conversations = createRoute({
  getParentRoute: () => workspace,
  path: 'conversazioni',
  validateSearch: (search: Record<string, unknown>): ConversationsSearch => {
    const vista = text(search.vista);
    const canale = text(search.canale);
    const cerca = text(search.cerca);
    return {
      ...(vista ? { vista } : {}),
      ...(canale ? { canale } : {}),
      ...(cerca ? { cerca } : {}),
      ...(search.nonletti === true ? { nonletti: true } : {}),
      ...readingSearchOf(search),
    };
  },
  component: lazyRouteComponent(
    () => import('../pages/conversations/conversations-page.tsx'),
    'ConversationsPage',
  ),
});
const thread = createRoute({
  getParentRoute: () => conversations,
  path: '$threadId',
  component: lazyRouteComponent(() => import('../pages/conversations/thread-pane.tsx'), 'ThreadPane'),
});
export type ListeningSearch = ReadingSearch & { ricerca?: string; canale?: string; cerca?: string };
/** The room of listening; every part of it is fetched when it is opened. */
const listening = createRoute({
  getParentRoute: () => workspace,
  path: 'ascolto',
  component: lazyRouteComponent(() => import('../pages/listening/listening-layout.tsx'), 'ListeningLayout'),
});
const heardLive = createRoute({
  getParentRoute: () => listening,
  path: '/',
  validateSearch: (search: Record<string, unknown>): ListeningSearch => {
    const ricerca = text(search.ricerca);
    const canale = text(search.canale);
    const cerca = text(search.cerca);
    return {
      ...(ricerca ? { ricerca } : {}),
      ...(canale ? { canale } : {}),
      ...(cerca ? { cerca } : {}),
      ...readingSearchOf(search),
    };
  },
  component: lazyRouteComponent(() => import('../pages/listening/live/live-page.tsx'), 'LivePage'),
});
const watches = createRoute({
  getParentRoute: () => listening,
  path: 'ascolti',
  component: lazyRouteComponent(() => import('../pages/listening/watches/watches-page.tsx'), 'WatchesPage'),
});
const memorySearch = createRoute({
  getParentRoute: () => listening,
  path: 'cerca',
  validateSearch: memorySearchOf,
  component: lazyRouteComponent(() => import('../pages/listening/search/search-page.tsx'), 'SearchPage'),
});
const timeline = createRoute({
  getParentRoute: () => listening,
  path: 'reputazione',
  component: lazyRouteComponent(
    () => import('../pages/listening/timeline/timeline-page.tsx'),
    'TimelinePage',
  ),
});

const alertsList = createRoute({
  getParentRoute: () => listening,
  path: 'avvisi',
  component: lazyRouteComponent(() => import('../pages/listening/alerts/alerts-page.tsx'), 'AlertsPage'),
});
const alertRules = createRoute({
  getParentRoute: () => listening,
  path: 'avvisi/regole',
  component: lazyRouteComponent(() => import('../pages/listening/alerts/rules-page.tsx'), 'RulesPage'),
});
const alertWays = createRoute({
  getParentRoute: () => listening,
  path: 'avvisi/come',
  component: lazyRouteComponent(
    () => import('../pages/listening/alerts/preferences-page.tsx'),
    'PreferencesPage',
  ),
});
const alertStory = createRoute({
  getParentRoute: () => listening,
  path: 'avvisi/$alertId',
  component: lazyRouteComponent(() => import('../pages/listening/alerts/alert-page.tsx'), 'AlertPage'),
});

/** The room of relations; every part of it is fetched when it is opened. */
const relations = createRoute({
  getParentRoute: () => workspace,
  path: 'relazioni',
  component: lazyRouteComponent(() => import('../pages/relations/relations-layout.tsx'), 'RelationsLayout'),
});
const relationsOverview = createRoute({
  getParentRoute: () => relations,
  path: '/',
  component: lazyRouteComponent(
    () => import('../pages/relations/overview/overview-page.tsx'),
    'OverviewPage',
  ),
});
/** Which people the list shows; lives in the address so that links and "back" keep it. */
export type ContactsSearch = {
  cerca?: string;
  cerchia?: string;
  fase?: string;
  consenso?: string;
  addormentate?: boolean;
};
const contacts = createRoute({
  getParentRoute: () => relations,
  path: 'persone',
  validateSearch: (search: Record<string, unknown>): ContactsSearch => {
    const cerca = text(search.cerca);
    const cerchia = text(search.cerchia);
    const fase = text(search.fase);
    const consenso = text(search.consenso);
    return {
      ...(cerca ? { cerca } : {}),
      ...(cerchia ? { cerchia } : {}),
      ...(fase ? { fase } : {}),
      ...(consenso ? { consenso } : {}),
      ...(search.addormentate === true ? { addormentate: true } : {}),
    };
  },
  component: lazyRouteComponent(() => import('../pages/people/contacts-page.tsx'), 'ContactsPage'),
});
const contact = createRoute({
  getParentRoute: () => relations,
  path: 'persone/$contactId',
  /** `segna`: the page opens with a meeting to be noted. */
  validateSearch: (search: Record<string, unknown>): { segna?: 'incontro' } =>
    search.segna === 'incontro' ? { segna: 'incontro' } : {},
  component: lazyRouteComponent(() => import('../pages/people/contact-page.tsx'), 'ContactPage'),
});
const importContacts = createRoute({
  getParentRoute: () => relations,
  path: 'persone/importa',
  component: lazyRouteComponent(() => import('../pages/people/import/import-page.tsx'), 'ImportPage'),
});
const mergeContacts = createRoute({
  getParentRoute: () => relations,
  path: 'persone/unisci',
  component: lazyRouteComponent(() => import('../pages/people/merge/merge-page.tsx'), 'MergePage'),
});
/** Which part of the web is looked at, what is asked of it, and whether it is drawn or written. */
export type MapSearch = { cerchia?: string; persona?: string; domanda?: string; vista?: 'lista' };
const map = createRoute({
  getParentRoute: () => relations,
  path: 'mappa',
  validateSearch: (search: Record<string, unknown>): MapSearch => {
    const cerchia = text(search.cerchia);
    const persona = text(search.persona);
    const domanda = text(search.domanda);
    return {
      ...(cerchia ? { cerchia } : {}),
      ...(persona ? { persona } : {}),
      ...(domanda ? { domanda } : {}),
      ...(search.vista === 'lista' ? { vista: 'lista' } : {}),
    };
  },
  component: lazyRouteComponent(() => import('../pages/relations/map/map-page.tsx'), 'MapPage'),
});
const finder = createRoute({
  getParentRoute: () => relations,
  path: 'trova',
  component: lazyRouteComponent(() => import('../pages/relations/finder/finder-page.tsx'), 'FinderPage'),
});
const newField = createRoute({
  getParentRoute: () => relations,
  path: 'trova/nuovo',
  component: lazyRouteComponent(() => import('../pages/relations/finder/new-field-page.tsx'), 'NewFieldPage'),
});
const field = createRoute({
  getParentRoute: () => relations,
  path: 'trova/$fieldId',
  component: lazyRouteComponent(() => import('../pages/relations/finder/field-page.tsx'), 'FieldPage'),
});
const welcome = createRoute({
  getParentRoute: () => workspace,
  path: 'benvenuto',
  component: lazyRouteComponent(() => import('../pages/welcome/welcome-page.tsx'), 'WelcomePage'),
});

const settings = createRoute({
  getParentRoute: () => workspace,
  path: 'impostazioni',
  component: lazyRouteComponent(() => import('../pages/settings/settings-layout.tsx'), 'SettingsLayout'),
});
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/settings/settings-home.tsx'), 'SettingsHome'),
});
const profile = createRoute({
  getParentRoute: () => settings,
  path: 'profilo',
  component: lazyRouteComponent(() => import('../pages/settings/profile/profile-page.tsx'), 'ProfilePage'),
});
const security = createRoute({
  getParentRoute: () => settings,
  path: 'sicurezza',
  component: lazyRouteComponent(() => import('../pages/settings/security/security-page.tsx'), 'SecurityPage'),
});
const company = createRoute({
  getParentRoute: () => settings,
  path: 'azienda',
  component: lazyRouteComponent(() => import('../pages/settings/company/company-page.tsx'), 'CompanyPage'),
});
const people = createRoute({
  getParentRoute: () => settings,
  path: 'persone',
  component: lazyRouteComponent(() => import('../pages/settings/people/people-page.tsx'), 'PeoplePage'),
});
const channels = createRoute({
  getParentRoute: () => settings,
  path: 'canali',
  validateSearch: (search: Record<string, unknown>): { aggiungi?: string; esito?: string } => {
    const aggiungi = text(search.aggiungi);
    const esito = text(search.esito);
    return { ...(aggiungi ? { aggiungi } : {}), ...(esito ? { esito } : {}) };
  },
  component: lazyRouteComponent(() => import('../pages/settings/channels/channels-page.tsx'), 'ChannelsPage'),
});
const audit = createRoute({
  getParentRoute: () => settings,
  path: 'registro',
  component: lazyRouteComponent(() => import('../pages/settings/audit/audit-page.tsx'), 'AuditPage'),
});
const reference = createRoute({
  getParentRoute: () => settings,
  path: 'api',
  component: lazyRouteComponent(
    () => import('../pages/settings/reference/reference-page.tsx'),
    'ReferencePage',
  ),
});
const about = createRoute({
  getParentRoute: () => settings,
  path: 'informazioni',
  component: lazyRouteComponent(() => import('../pages/settings/about/about-page.tsx'), 'AboutPage'),
});
const learning = createRoute({
  getParentRoute: () => settings,
  path: 'impara',
  component: lazyRouteComponent(() => import('../pages/settings/learning/learning-page.tsx'), 'LearningPage'),
});
const packs = createRoute({
  getParentRoute: () => settings,
  path: 'parole',
  validateSearch: (search: Record<string, unknown>): { apri?: string } => {
    const apri = text(search.apri);
    return apri ? { apri } : {};
  },
  component: lazyRouteComponent(() => import('../pages/settings/packs/packs-page.tsx'), 'PacksPage'),
});
const assistant = createRoute({
  getParentRoute: () => settings,
  path: 'aiuto',
  component: lazyRouteComponent(
    () => import('../pages/settings/assistant/assistant-page.tsx'),
    'AssistantPage',
  ),
});
const privacy = createRoute({
  getParentRoute: () => settings,
  path: 'riservatezza',
  component: lazyRouteComponent(() => import('../pages/settings/privacy/privacy-page.tsx'), 'PrivacyPage'),
});
const importing = createRoute({
  getParentRoute: () => settings,
  path: 'importa',
  component: lazyRouteComponent(() => import('../pages/settings/imports/imports-page.tsx'), 'ImportsPage'),
  validateSearch: (search: Record<string, unknown>): { readonly apri?: string } =>
    typeof search.apri === 'string' ? { apri: search.apri } : {},
});
const shortcuts = createRoute({
  getParentRoute: () => settings,
  path: 'scorciatoie',
  component: lazyRouteComponent(
    () => import('../pages/settings/shortcuts/shortcuts-page.tsx'),
    'ShortcutsPage',
  ),
});

const tree = root.addChildren([
  home,
  setUpHelp,
  setUp,
  signIn,
  invitation,
  askPassword,
  choosePassword,
  notice,
  nowhere,
  workspace.addChildren([
    workspaceHome,
    today,
    conversations.addChildren([thread]),
    listening.addChildren([
      heardLive,
      memorySearch,
      timeline,
      watches,
      alertsList,
      alertRules,
      alertWays,
      alertStory,
    ]),
    relations.addChildren([
      relationsOverview,
      contacts,
      importContacts,
      mergeContacts,
      contact,
      map,
      finder,
      newField,
      field,
    ]),
    welcome,
    settings.addChildren([
      settingsHome,
      profile,
      security,
      company,
      people,
      channels,
      learning,
      packs,
      assistant,
      audit,
      privacy,
      reference,
      importing,
      shortcuts,
      about,
    ]),
  ]),
]);

export const createAppRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultPendingMs: 200,
    scrollRestoration: true,
    scrollToTopSelectors: ['#content'],
  });
