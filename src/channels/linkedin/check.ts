import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { grantEndsAt, missingScopes } from '../authorise-kit/index.ts';
import { cleanLine } from '../clean-words.ts';
import type { Account, ChannelProblem, Health, Words } from '../contract.ts';
import { type Linkedin, type LinkedinContext, openLinkedin } from './client.ts';
import { OrganizationSchema } from './documents.ts';
import { LINKEDIN_SCOPES } from './vendor.ts';

const URN = /^urn:li:organization(?:alPage)?:(\d{1,20})$/;
const AclSchema = z.object({
  organization: z.string().optional().catch(undefined),
  key: z.object({ organization: z.string() }).optional().catch(undefined),
});

/** Which page is ours, as the person who gave permission administers it, and until when the permission holds. */
export const checkLinkedin = async (context: LinkedinContext): Promise<Result<Health, ChannelProblem>> => {
  const linkedin = openLinkedin(context);
  const page = await pageOf(context, linkedin);
  if (!page.ok) return page;
  const account = await accountOf(linkedin, page.value);
  if (!account.ok) return account;
  const expiresAt = grantEndsAt(context.secrets);
  return ok({
    account: account.value,
    ...(expiresAt ? { expiresAt } : {}),
    notices: [
      ...(missingScopes(context.secrets, LINKEDIN_SCOPES).length > 0 ? [notGranted] : []),
      ...(isOldVersion(context) ? [oldVersion] : []),
    ],
  });
};

/** Finder `roleAssignee` of Organization Access Control: the pages whose approved administrator this person is. */
const pageOf = async (
  context: LinkedinContext,
  linkedin: Linkedin,
): Promise<Result<string, ChannelProblem>> => {
  const roles = await linkedin.find('dmaOrganizationAcls', {
    q: 'roleAssignee',
    role: '(value:ADMINISTRATOR)',
    state: '(value:APPROVED)',
    start: '0',
    count: '100',
  });
  if (!roles.ok) return roles;
  const pages = roles.value.elements.flatMap((element) => {
    const acl = AclSchema.safeParse(element).data;
    return URN.exec(acl?.key?.organization ?? acl?.organization ?? '')?.[1] ?? [];
  });
  const [first, ...others] = [...new Set(pages)];
  const { page } = context.settings;
  if (page) {
    if (pages.includes(page)) return ok(page);
    return err({
      kind: 'misconfigured',
      field: 'page',
      detail: `not administered by this person; these are: ${pages.slice(0, 20).join(', ') || 'none'}`,
    });
  }
  if (!first) return err({ kind: 'forbidden', detail: 'this person administers no page' });
  if (others.length > 0) {
    return err({
      kind: 'misconfigured',
      field: 'page',
      detail: `there are several, say which: ${[first, ...others].slice(0, 20).join(', ')}`,
    });
  }
  return ok(first);
};

const accountOf = async (linkedin: Linkedin, page: string): Promise<Result<Account, ChannelProblem>> => {
  const found = await linkedin.batch('dmaOrganizations', [page]);
  if (!found.ok) return found;
  const organization = OrganizationSchema.safeParse(found.value.documents.get(page)).data;
  const name = cleanLine(organization?.localizedName ?? organization?.name ?? '', 200);
  const handle = cleanLine(organization?.vanityName ?? '', 100);
  return ok({
    nativeId: `urn:li:organization:${page}`,
    ...(name ? { name } : {}),
    ...(handle ? { handle } : {}),
    url: `https://www.linkedin.com/company/${encodeURIComponent(handle || page)}/`,
  });
};

/** A version is kept for a year at the least: from the eleventh month on it deserves a word. */
const isOldVersion = ({ settings: { apiVersion }, clock }: LinkedinContext): boolean => {
  const now = clock.now();
  const months = now.getUTCFullYear() * 12 + now.getUTCMonth() + 1;
  return months - (Number(apiVersion.slice(0, 4)) * 12 + Number(apiVersion.slice(4))) >= 11;
};

const notGranted: Words = {
  it: 'LinkedIn non ha concesso il permesso r_dma_admin_pages_content: all’applicazione manca il prodotto «Pages Data Portability API».',
  en: 'LinkedIn did not grant r_dma_admin_pages_content: the application lacks the product “Pages Data Portability API”.',
};

const oldVersion: Words = {
  it: 'La versione dell’API è di quasi un anno fa: LinkedIn presto la spegne. Metti un mese più recente nelle altre impostazioni.',
  en: 'The version of the API is nearly a year old: LinkedIn will switch it off soon. Put a newer month into the other settings.',
};
