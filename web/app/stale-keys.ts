import type { QueryKey } from '@tanstack/react-query';
import { keys } from './keys.ts';
import type { LiveChange } from './live-changes.ts';

/** Which answers of the server a change makes stale. */
export const staleKeys = (workspaceId: string, change: LiveChange): readonly QueryKey[] => {
  const lists = [
    keys.threads(workspaceId),
    keys.today(workspaceId),
    keys.daily(workspaceId),
    keys.openContacts(workspaceId),
  ];
  switch (change.kind) {
    case 'reset':
      return [keys.workspace(workspaceId)];
    case 'thread.changed':
      return [
        ...lists,
        change.threadIds ? keys.allThreads(workspaceId) : keys.thread(workspaceId, change.threadId),
        keys.afterwards(workspaceId),
      ];
    case 'reply.changed':
    case 'note.added':
      return [...lists, keys.thread(workspaceId, change.threadId)];
    case 'approval.changed':
      return [
        keys.approvals(workspaceId),
        keys.today(workspaceId),
        keys.thread(workspaceId, change.threadId),
      ];
    case 'crisis.changed':
      return [keys.crisis(workspaceId), keys.approvals(workspaceId)];
    case 'note.called':
      return [keys.today(workspaceId), keys.threads(workspaceId)];
    case 'presence.changed':
      return [];
    case 'rules.changed':
    case 'rule-run.changed':
      return [keys.rules(workspaceId)];
    case 'bulk.changed':
      return [keys.threads(workspaceId)];
    case 'thread.overdue':
      return [keys.threads(workspaceId), keys.today(workspaceId), keys.thread(workspaceId, change.threadId)];
    case 'desk.changed':
      return [keys.desk(workspaceId), keys.threads(workspaceId), keys.allThreads(workspaceId)];
    case 'mention.received':
      return [keys.mentions(workspaceId), keys.watches(workspaceId), ...lists];
    case 'mention.removed':
      return [
        keys.mentions(workspaceId),
        keys.watches(workspaceId),
        keys.allThreads(workspaceId),
        keys.contacts(workspaceId),
        ...lists,
      ];
    case 'mention.hidden':
      return [keys.allThreads(workspaceId)];
    case 'connection.changed':
      return [keys.connections(workspaceId)];
    case 'watch.changed':
      return [keys.watches(workspaceId), keys.mentions(workspaceId), keys.alerts(workspaceId)];
    case 'webhook.changed':
      return [keys.integrations(workspaceId)];
    case 'held.changed':
      return [keys.held(workspaceId)];
    case 'alert.changed':
      return [keys.alerts(workspaceId)];
    case 'member.changed':
    case 'member.left':
      return [keys.members(workspaceId), keys.invitations(workspaceId), keys.me];
    case 'understanding.changed':
      return change.what === 'learning' || change.what === 'settings'
        ? [keys.understanding(workspaceId)]
        : [
            keys.understanding(workspaceId),
            keys.mentions(workspaceId),
            keys.threads(workspaceId),
            keys.allThreads(workspaceId),
          ];
    case 'contact.changed':
      return [keys.contacts(workspaceId), keys.daily(workspaceId)];
    case 'relations.changed':
      return [keys.relations(workspaceId), keys.contacts(workspaceId), keys.daily(workspaceId)];
    case 'field.changed':
      // While a choice is on its way nothing else of the field is otherwise: who waits for it listens to how far it is.
      return change.progress && change.progress < 1 ? [] : [keys.fields(workspaceId)];
    case 'case.changed':
    case 'care.changed':
      return [keys.care(workspaceId)];
    case 'protection.changed':
      return [keys.protection(workspaceId)];
    case 'shield.changed':
      return [
        keys.protection(workspaceId),
        keys.thread(workspaceId, change.threadId),
        keys.mentions(workspaceId),
        ...lists,
      ];
    case 'afterwards.changed':
      return [keys.afterwards(workspaceId)];
    case 'workspace.changed':
      return [keys.company(workspaceId), keys.me];
  }
};
