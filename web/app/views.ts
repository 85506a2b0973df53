import type { Permission, Role } from '../../src/people/model/policy.ts';
import type { Answer, api } from './client.ts';

/** What the screens show, in the very shapes of the server's routes. */
export type { Permission, Role };

type Api = typeof api;
type InWorkspace = Api['workspaces'][':workspaceId'];

export type Installation = Answer<Api['installation']['$get']>;
export type Me = Answer<Api['me']['$get']>;
export type Person = Me['person'];
export type WorkspaceEntry = Me['workspaces'][number];
export type SessionView = Answer<Api['me']['sessions']['$get']>['sessions'][number];
export type WorkspaceView = Answer<InWorkspace['$get']>;
export type MemberView = Answer<InWorkspace['members']['$get']>['members'][number];
export type InvitationView = Answer<InWorkspace['invitations']['$get']>['invitations'][number];
export type Offer = Answer<Api['invitations'][':secret']['$get']>;
export type AuditPageView = Answer<InWorkspace['audit']['$get']>;
export type AuditEntryView = AuditPageView['entries'][number];
export type ChannelManifest = Answer<Api['channels']['$get']>['channels'][number];
export type ConnectionView = Answer<InWorkspace['connections']['$get']>['connections'][number];
export type ManifestFieldView = ChannelManifest['fields'][number];
