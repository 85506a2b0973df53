import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWorkspace } from '../../../app/session.ts';
import { useRefreshContacts } from '../use-contacts.ts';
import type { ImportKind, ImportReport } from '../views.ts';
import { formatOf } from './format-of.ts';
import { sendFile } from './send-file.ts';

/** What is to be brought in: what was pasted, or a file. */
type Importing = {
  readonly kind: ImportKind;
  readonly text: string;
  readonly file: File | null;
  readonly dryRun: boolean;
};

/** Tries a list, or brings it in; `progress` says how much of a file has gone, 0 to 1. */
export const useImport = () => {
  const { id } = useWorkspace();
  const refresh = useRefreshContacts();
  const client = useQueryClient();
  const [progress, setProgress] = useState(0);
  const path = inWorkspace(id, 'relations', 'imports');
  const run = useMutation({
    mutationFn: ({ kind, text, file, dryRun }: Importing) => {
      if (!file) return call<ImportReport>('POST', path, { format: formatOf(text), kind, text, dryRun });
      setProgress(0);
      const asked = query({ kind, dryRun: String(dryRun), name: file.name.slice(0, 300) });
      return sendFile<ImportReport>(`${path}/file${asked}`, file, setProgress);
    },
    onSuccess: (_report, { dryRun }) => {
      if (dryRun) return;
      void refresh();
      void client.invalidateQueries({ queryKey: importsKey(id) });
    },
  });
  return { ...run, progress };
};

type PastImport = {
  readonly id: string;
  readonly at: string;
  readonly name: string | null;
  readonly kind: ImportKind;
  readonly added: number;
  readonly undoneAt: string | null;
};

const importsKey = (id: string) => [...keys.relations(id), 'imports'];

export const useImports = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: importsKey(id),
    queryFn: ({ signal }) =>
      call<{ readonly imports: readonly PastImport[] }>(
        'GET',
        inWorkspace(id, 'relations', 'imports'),
        undefined,
        signal,
      ),
  });
};

/** Takes an import back whole. */
export const useUndoImport = () => {
  const { id } = useWorkspace();
  const refresh = useRefreshContacts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (importId: string) =>
      call<{ readonly removed: number; readonly kept: number }>(
        'POST',
        inWorkspace(id, 'relations', 'imports', importId, 'undo'),
      ),
    onSuccess: () => refresh(),
    onSettled: () => client.invalidateQueries({ queryKey: importsKey(id) }),
  });
};
