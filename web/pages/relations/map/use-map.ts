import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import type { MapSearch } from '../../../app/routes/relations.ts';
import { useWorkspace } from '../../../app/session.ts';
import type { MapView } from '../views.ts';

/** As many people as fit into a drawing that still says something. */
const LIMIT = 200;

/** The part of the web that the address names. */
export const useMap = ({ cerchia, persona }: MapSearch) => {
  const { id } = useWorkspace();
  const filter = { circle: cerchia, contact: persona };
  return useQuery({
    queryKey: [...keys.relations(id), 'map', filter],
    queryFn: ({ signal }) =>
      call<MapView>(
        'GET',
        inWorkspace(id, 'relations', 'map') + query({ ...filter, limit: LIMIT }),
        undefined,
        signal,
      ),
    placeholderData: keepPreviousData,
  });
};
