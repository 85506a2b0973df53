export { circleGraph } from './circle-graph.ts';
export { type Communities, type CommunityOptions, findCommunities, newcomer } from './find-communities.ts';
export { type CommunityMatch, matchCommunities } from './match-communities.ts';
export { modularityOf } from './modularity.ts';
export { nameByTags, type TagsOfCommunity } from './name-by-tags.ts';
export { type CircleName, nameCommunities, type WordsOfCommunity } from './name-communities.ts';
export { normalizedMutualInformation } from './normalized-mutual-information.ts';
