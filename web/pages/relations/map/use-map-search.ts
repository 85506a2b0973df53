import { useNavigate, useSearch } from '@tanstack/react-router';
import type { MapSearch } from '../../../app/routes/relations.ts';
import { useWorkspace } from '../../../app/session.ts';

/** Which part of the web is looked at, and how: it lives in the address, so that links and "back" keep it. */
export const useMapSearch = (): MapSearch => useSearch({ strict: false }) as MapSearch;

/** Changes some of it and keeps the rest. */
export const useChangeMap = () => {
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const search = useMapSearch();
  return (part: { [Name in keyof MapSearch]: MapSearch[Name] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value));
    void navigate({ to: '/$slug/relazioni/mappa', params: { slug }, search: next, replace: true });
  };
};
