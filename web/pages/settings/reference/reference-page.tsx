import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { SearchField } from '../../../components/text-field/search-field.tsx';
import { EndpointEntry } from './endpoint-entry.tsx';
import { endpointsByRoom, type OpenApi } from './openapi.ts';
import { words } from './words.ts';

/** The server's own document (OpenAPI 3.1), readable. */
export const ReferencePage = () => {
  const w = useWords(words);
  const [searched, setSearched] = useState('');
  const document = useQuery({
    queryKey: keys.openapi,
    queryFn: () => call<OpenApi>('GET', '/api/openapi.json'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const rooms = useMemo(() => (document.data ? [...endpointsByRoom(document.data)] : []), [document.data]);
  const sought = searched.trim().toLocaleLowerCase();
  const shown = rooms.flatMap(([room, endpoints]) => {
    const found = endpoints.filter(({ path, method, operation }) =>
      `${method} ${path} ${operation.summary ?? ''}`.toLocaleLowerCase().includes(sought),
    );
    return found.length > 0 ? [{ room, found }] : [];
  });
  return (
    <Page
      title={w.title}
      lead={
        <>
          {w.lead}{' '}
          <a href="/api/openapi.json" className="link">
            {w.document}
          </a>
        </>
      }
    >
      <SearchField label={w.filter} value={searched} onChange={setSearched} className="mb-6" />
      {document.error && <ErrorNote error={document.error} onRetry={() => void document.refetch()} />}
      {document.isPending && <SkeletonRows rows={8} rowClassName="h-11" />}
      {document.data && shown.length === 0 && <p className="text-ink-soft">{w.nothing}</p>}
      {document.data &&
        shown.map(({ room, found }) => (
          <section key={room} className="mb-8">
            <h2 className="mb-2 font-semibold text-lead">{room || w.other}</h2>
            {found.map((endpoint) => (
              <EndpointEntry
                key={`${endpoint.method} ${endpoint.path}`}
                endpoint={endpoint}
                document={document.data}
              />
            ))}
          </section>
        ))}
    </Page>
  );
};
