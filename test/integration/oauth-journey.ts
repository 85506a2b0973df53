import { addConnection } from '../../src/channels/actions/add-connection.ts';
import { completeAuthorisation, readState } from '../../src/channels/actions/complete-authorisation.ts';
import { renewAuthorisation } from '../../src/channels/actions/renew-authorisation.ts';
import type { FormValues } from '../../src/channels/model/read-values.ts';
import type { CreatedCompany, Member } from '../../src/people/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { expectOk } from '../../src/platform/result.ts';

/** The first coordinator of a company, as whom things are done. */
export const coordinatorOf = ({ workspaceId, personId }: CreatedCompany): Member => ({
  kind: 'member',
  workspaceId,
  personId,
  name: 'Ada',
  roles: ['coordinator'],
});

/** Goes to the vendor's page of permission (which grants at once) and brings back what it says. */
export const visitVendor = async (
  platform: Platform,
  url: string,
): Promise<Readonly<Record<string, string>>> => {
  const page = expectOk(await platform.http.request(url, { redirect: 'manual' }));
  const back = URL.parse(page.headers.get('location') ?? '');
  if (!back) throw new Error(`the vendor did not send back: ${page.status} ${page.text()}`);
  return Object.fromEntries(back.searchParams);
};

/** Joins up a channel by its vendor's page, as a person would. */
export const joinChannel = async (platform: Platform, actor: Member, channel: string, values: FormValues) => {
  const begun = expectOk(await addConnection(platform, actor, { channel, values }));
  if (begun.kind !== 'authorise') throw new Error('no page of permission');
  return comeBack(platform, actor, begun.url);
};

export const joinAgain = async (platform: Platform, actor: Member, connectionId: string) => {
  const begun = expectOk(await renewAuthorisation(platform, actor, connectionId));
  if (begun.kind !== 'authorise') throw new Error('no page of permission');
  return comeBack(platform, actor, begun.url);
};

const comeBack = async (platform: Platform, actor: Member, url: string) => {
  const parameters = await visitVendor(platform, url);
  const state = readState(platform, parameters.state ?? '');
  if (!state) throw new Error('the state did not come back');
  return completeAuthorisation(platform, actor, state, parameters);
};
