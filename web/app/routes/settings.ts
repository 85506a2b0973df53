import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textOf } from './text-of.ts';
import { workspace } from './workspace.ts';

const settings = createRoute({
  getParentRoute: () => workspace,
  path: 'impostazioni',
  component: lazyRouteComponent(() => import('../../pages/settings/settings-layout.tsx'), 'SettingsLayout'),
});
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(() => import('../../pages/settings/settings-home.tsx'), 'SettingsHome'),
});
const profile = createRoute({
  getParentRoute: () => settings,
  path: 'profilo',
  component: lazyRouteComponent(() => import('../../pages/settings/profile/profile-page.tsx'), 'ProfilePage'),
});
const security = createRoute({
  getParentRoute: () => settings,
  path: 'sicurezza',
  component: lazyRouteComponent(
    () => import('../../pages/settings/security/security-page.tsx'),
    'SecurityPage',
  ),
});
const company = createRoute({
  getParentRoute: () => settings,
  path: 'azienda',
  component: lazyRouteComponent(() => import('../../pages/settings/company/company-page.tsx'), 'CompanyPage'),
});
const people = createRoute({
  getParentRoute: () => settings,
  path: 'persone',
  component: lazyRouteComponent(() => import('../../pages/settings/people/people-page.tsx'), 'PeoplePage'),
});
const channels = createRoute({
  getParentRoute: () => settings,
  path: 'canali',
  validateSearch: (search: Record<string, unknown>): { aggiungi?: string; esito?: string } => {
    const aggiungi = textOf(search.aggiungi);
    const esito = textOf(search.esito);
    return { ...(aggiungi ? { aggiungi } : {}), ...(esito ? { esito } : {}) };
  },
  component: lazyRouteComponent(
    () => import('../../pages/settings/channels/channels-page.tsx'),
    'ChannelsPage',
  ),
});
const desk = createRoute({
  getParentRoute: () => settings,
  path: 'conversazioni',
  component: lazyRouteComponent(() => import('../../pages/settings/desk/desk-page.tsx'), 'DeskPage'),
});
const asking = createRoute({
  getParentRoute: () => settings,
  path: 'com-e-andata',
  component: lazyRouteComponent(
    () => import('../../pages/afterwards/settings-page.tsx'),
    'AskingSettingsPage',
  ),
});
const rules = createRoute({
  getParentRoute: () => settings,
  path: 'regole',
  component: lazyRouteComponent(() => import('../../pages/settings/rules/rules-page.tsx'), 'RulesPage'),
});
const rule = createRoute({
  getParentRoute: () => settings,
  path: 'regole/$ruleId',
  component: lazyRouteComponent(() => import('../../pages/settings/rules/rule-page.tsx'), 'RulePage'),
});
const audit = createRoute({
  getParentRoute: () => settings,
  path: 'registro',
  component: lazyRouteComponent(() => import('../../pages/settings/audit/audit-page.tsx'), 'AuditPage'),
});
const integrations = createRoute({
  getParentRoute: () => settings,
  path: 'collegamenti',
  component: lazyRouteComponent(
    () => import('../../pages/settings/integrations/integrations-page.tsx'),
    'IntegrationsPage',
  ),
});
const reference = createRoute({
  getParentRoute: () => settings,
  path: 'api',
  component: lazyRouteComponent(
    () => import('../../pages/settings/reference/reference-page.tsx'),
    'ReferencePage',
  ),
});
const about = createRoute({
  getParentRoute: () => settings,
  path: 'informazioni',
  component: lazyRouteComponent(() => import('../../pages/settings/about/about-page.tsx'), 'AboutPage'),
});
const learning = createRoute({
  getParentRoute: () => settings,
  path: 'impara',
  component: lazyRouteComponent(
    () => import('../../pages/settings/learning/learning-page.tsx'),
    'LearningPage',
  ),
});
const packs = createRoute({
  getParentRoute: () => settings,
  path: 'parole',
  validateSearch: (search: Record<string, unknown>): { apri?: string } => {
    const apri = textOf(search.apri);
    return apri ? { apri } : {};
  },
  component: lazyRouteComponent(() => import('../../pages/settings/packs/packs-page.tsx'), 'PacksPage'),
});
const assistant = createRoute({
  getParentRoute: () => settings,
  path: 'aiuto',
  component: lazyRouteComponent(
    () => import('../../pages/settings/assistant/assistant-page.tsx'),
    'AssistantPage',
  ),
});
const privacy = createRoute({
  getParentRoute: () => settings,
  path: 'riservatezza',
  component: lazyRouteComponent(() => import('../../pages/settings/privacy/privacy-page.tsx'), 'PrivacyPage'),
});
const importing = createRoute({
  getParentRoute: () => settings,
  path: 'importa',
  component: lazyRouteComponent(() => import('../../pages/settings/imports/imports-page.tsx'), 'ImportsPage'),
  validateSearch: (search: Record<string, unknown>): { readonly apri?: string } =>
    typeof search.apri === 'string' ? { apri: search.apri } : {},
});
const shortcuts = createRoute({
  getParentRoute: () => settings,
  path: 'scorciatoie',
  component: lazyRouteComponent(
    () => import('../../pages/settings/shortcuts/shortcuts-page.tsx'),
    'ShortcutsPage',
  ),
});

export const settingsRoutes = settings.addChildren([
  settingsHome,
  profile,
  security,
  company,
  people,
  channels,
  desk,
  rules,
  rule,
  asking,
  audit,
  integrations,
  reference,
  about,
  learning,
  packs,
  assistant,
  privacy,
  importing,
  shortcuts,
]);
