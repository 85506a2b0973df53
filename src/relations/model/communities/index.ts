export { type Communities, type CommunityOptions, findCommunities, newcomer } from './find-communities.ts';
export { modularityOf } from './modularity.ts';
