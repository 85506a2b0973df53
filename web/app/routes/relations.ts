import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textOf } from './text-of.ts';
import { workspace } from './workspace.ts';

/** The room of relations; every part of it is fetched when it is opened. */
const relations = createRoute({
  getParentRoute: () => workspace,
  path: 'relazioni',
  component: lazyRouteComponent(
    () => import('../../pages/relations/relations-layout.tsx'),
    'RelationsLayout',
  ),
});
const relationsOverview = createRoute({
  getParentRoute: () => relations,
  path: '/',
  component: lazyRouteComponent(
    () => import('../../pages/relations/overview/overview-page.tsx'),
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
    const cerca = textOf(search.cerca);
    const cerchia = textOf(search.cerchia);
    const fase = textOf(search.fase);
    const consenso = textOf(search.consenso);
    return {
      ...(cerca ? { cerca } : {}),
      ...(cerchia ? { cerchia } : {}),
      ...(fase ? { fase } : {}),
      ...(consenso ? { consenso } : {}),
      ...(search.addormentate === true ? { addormentate: true } : {}),
    };
  },
  component: lazyRouteComponent(() => import('../../pages/people/contacts-page.tsx'), 'ContactsPage'),
});
const contact = createRoute({
  getParentRoute: () => relations,
  path: 'persone/$contactId',
  /** `segna`: the page opens with a meeting to be noted. */
  validateSearch: (search: Record<string, unknown>): { segna?: 'incontro' } =>
    search.segna === 'incontro' ? { segna: 'incontro' } : {},
  component: lazyRouteComponent(() => import('../../pages/people/contact-page.tsx'), 'ContactPage'),
});
const importContacts = createRoute({
  getParentRoute: () => relations,
  path: 'persone/importa',
  component: lazyRouteComponent(() => import('../../pages/people/import/import-page.tsx'), 'ImportPage'),
});
const mergeContacts = createRoute({
  getParentRoute: () => relations,
  path: 'persone/unisci',
  component: lazyRouteComponent(() => import('../../pages/people/merge/merge-page.tsx'), 'MergePage'),
});
/** Which part of the web is looked at, what is asked of it, and whether it is drawn or written. */
export type MapSearch = { cerchia?: string; persona?: string; domanda?: string; vista?: 'lista' };
const map = createRoute({
  getParentRoute: () => relations,
  path: 'mappa',
  validateSearch: (search: Record<string, unknown>): MapSearch => {
    const cerchia = textOf(search.cerchia);
    const persona = textOf(search.persona);
    const domanda = textOf(search.domanda);
    return {
      ...(cerchia ? { cerchia } : {}),
      ...(persona ? { persona } : {}),
      ...(domanda ? { domanda } : {}),
      ...(search.vista === 'lista' ? { vista: 'lista' } : {}),
    };
  },
  component: lazyRouteComponent(() => import('../../pages/relations/map/map-page.tsx'), 'MapPage'),
});
const finder = createRoute({
  getParentRoute: () => relations,
  path: 'trova',
  component: lazyRouteComponent(() => import('../../pages/relations/finder/finder-page.tsx'), 'FinderPage'),
});
const newField = createRoute({
  getParentRoute: () => relations,
  path: 'trova/nuovo',
  component: lazyRouteComponent(
    () => import('../../pages/relations/finder/new-field-page.tsx'),
    'NewFieldPage',
  ),
});
const field = createRoute({
  getParentRoute: () => relations,
  path: 'trova/$fieldId',
  component: lazyRouteComponent(() => import('../../pages/relations/finder/field-page.tsx'), 'FieldPage'),
});

export const relationRoutes = relations.addChildren([
  relationsOverview,
  contacts,
  contact,
  importContacts,
  mergeContacts,
  map,
  finder,
  newField,
  field,
]);
