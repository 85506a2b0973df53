import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../app/language.tsx';
import { installationQuery } from '../../../app/session.ts';
import { Page } from '../../../components/page/page.tsx';
import { words } from './words.ts';

/** The offer that section 13 of the AGPL asks for: version, licence, and where the source is. */
export const AboutPage = () => {
  const w = useWords(words);
  const { data } = useQuery(installationQuery);
  return (
    <Page title={w.title} lead={w.lead}>
      <dl className="flex flex-col gap-4">
        <div>
          <dt className="text-ink-soft text-small">{w.version}</dt>
          <dd>{data?.version ?? ''}</dd>
        </div>
        <div>
          <dt className="text-ink-soft text-small">{w.licence}</dt>
          <dd>
            <a className="link" href="https://www.gnu.org/licenses/agpl-3.0.html" rel="noreferrer">
              AGPL-3.0-or-later
            </a>
            <p className="text-ink-soft text-small">{w.licenceText}</p>
          </dd>
        </div>
        <div>
          <dt className="text-ink-soft text-small">{w.source}</dt>
          <dd>
            {data?.sourceUrl ? (
              <a className="link" href={data.sourceUrl} rel="noreferrer">
                {w.sourceLink}
              </a>
            ) : (
              w.sourceAsk
            )}
          </dd>
        </div>
      </dl>
    </Page>
  );
};
