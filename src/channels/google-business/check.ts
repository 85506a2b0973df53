import { err, ok, type Result } from '../../platform/result.ts';
import { grantEndsAt, missingScopes } from '../authorise-kit/index.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem, ContentLimits, Health, Words } from '../contract.ts';
import { BUSINESS_SCOPES, type BusinessContext, chosenPlaces, openBusiness } from './client.ts';

/** Whose places these are, and which. Until Google has approved the project its quota is 0, and every call is refused with 429. */
export const checkBusiness = async (context: BusinessContext): Promise<Result<Health, ChannelProblem>> => {
  const chosen = await chosenPlaces(openBusiness(context), context.settings);
  if (!chosen.ok) return err(chosen.error.problem);
  const { accounts, places } = chosen.value;
  const [account] = accounts;
  if (!account) return err({ kind: 'forbidden', detail: 'this Google account manages no business' });
  if (places.length === 0) {
    return err({ kind: 'misconfigured', field: 'location', detail: 'no place of the account is called so' });
  }
  const [only] = places;
  const isOne = places.length === 1 && context.settings.location !== '';
  const name = cleanLine((isOne ? only?.title : account.accountName) ?? '', 200);
  const expiresAt = grantEndsAt(context.secrets);
  return ok({
    account: {
      nativeId: isOne && only ? only.name.split('/').slice(2).join('/') || only.name : account.name,
      ...(name ? { name } : {}),
      ...(isOne && only?.mapsUri && URL.canParse(only.mapsUri) ? { url: only.mapsUri } : {}),
    },
    ...(expiresAt ? { expiresAt } : {}),
    notices: [
      ...(missingScopes(context.secrets, BUSINESS_SCOPES).length > 0 ? [unticked] : []),
      placesNotice(places.map(({ title }) => cleanLine(title, 80))),
    ],
  });
};

const placesNotice = (titles: readonly string[]): Words => {
  const shown = titles.slice(0, 5).join(', ');
  const others = titles.length - 5;
  return {
    it: `Ascoltiamo le recensioni di ${shown}${others > 0 ? ` e altri ${others} luoghi` : ''}.`,
    en: `We listen to the reviews of ${shown}${others > 0 ? ` and ${others} more places` : ''}.`,
  };
};

const unticked: Words = {
  it: 'Sulla pagina di Google manca una spunta: rifai l’accesso e lascia tutto selezionato.',
  en: 'A box was left unticked on Google’s page: sign in again and leave everything selected.',
};

/** `ReviewReply.comment`: "The body of the reply as plain text with markups. The maximum length is 4096 bytes." */
export const businessLimits: ContentLimits = {
  text: { max: 4_096, unit: 'byte' },
  media: { max: 0, maxBytes: 0, mimeTypes: [], altRequired: false, altMax: 0 },
  visibilities: [],
  contentWarning: false,
  subject: false,
};
