import { type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../app/language.tsx';
import { signOut } from '../../app/sign-out.ts';
import type { Person } from '../../app/views.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { words } from './words.ts';

export type Accept = UseMutationResult<{ slug: string }, Error, Readonly<Record<string, string>>>;

type AcceptAsMeProps = { readonly person: Person; readonly email: string; readonly accept: Accept };

export const AcceptAsMe = ({ person, email, accept }: AcceptAsMeProps) => {
  const w = useWords(words);
  const client = useQueryClient();
  const same = person.email.toLowerCase() === email.toLowerCase();
  return (
    <div className="flex flex-col items-start gap-4">
      {accept.error && <ErrorNote error={accept.error} />}
      {same ? (
        <Button weight="primary" onPress={() => accept.mutate({})} isPending={accept.isPending}>
          {w.acceptAs(person.name)}
        </Button>
      ) : (
        <>
          <p>{w.otherAddress(person.email)}</p>
          <Button onPress={() => void signOut(client)}>{w.signOut}</Button>
        </>
      )}
    </div>
  );
};
