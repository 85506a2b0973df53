import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type ReadingSearch, readingSearchOf } from '../reading-search.ts';
import { textOf } from './text-of.ts';
import { workspace } from './workspace.ts';

/** What the list of threads shows; lives in the address so that links and "back" keep it. */
export type ConversationsSearch = ReadingSearch & {
  vista?: string;
  canale?: string;
  gruppo?: string;
  etichetta?: string;
  nonletti?: boolean;
  cerca?: string;
};
const conversations = createRoute({
  getParentRoute: () => workspace,
  path: 'conversazioni',
  validateSearch: (search: Record<string, unknown>): ConversationsSearch => {
    const vista = textOf(search.vista);
    const canale = textOf(search.canale);
    const gruppo = textOf(search.gruppo);
    const etichetta = textOf(search.etichetta);
    const cerca = textOf(search.cerca);
    return {
      ...(vista ? { vista } : {}),
      ...(canale ? { canale } : {}),
      ...(gruppo ? { gruppo } : {}),
      ...(etichetta ? { etichetta } : {}),
      ...(cerca ? { cerca } : {}),
      ...(search.nonletti === true ? { nonletti: true } : {}),
      ...readingSearchOf(search),
    };
  },
  component: lazyRouteComponent(
    () => import('../../pages/conversations/conversations-page.tsx'),
    'ConversationsPage',
  ),
});
const thread = createRoute({
  getParentRoute: () => conversations,
  path: '$threadId',
  component: lazyRouteComponent(() => import('../../pages/conversations/thread-pane.tsx'), 'ThreadPane'),
});

const whole = createRoute({
  getParentRoute: () => conversations,
  path: '$threadId/tutto',
  component: lazyRouteComponent(
    () => import('../../pages/conversations/person/whole-conversation.tsx'),
    'WholeConversation',
  ),
});

export const conversationRoutes = conversations.addChildren([thread, whole]);
