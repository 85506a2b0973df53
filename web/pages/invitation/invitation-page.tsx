import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api, read } from '../../app/client.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { ApiProblem } from '../../app/problems.ts';
import { meQuery } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { OutsideFrame } from '../../components/outside-frame/outside-frame.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { words as roleWords } from '../settings/people/role-words.ts';
import { AcceptAsMe } from './accept-as-me.tsx';
import { AcceptAsNew } from './accept-as-new.tsx';
import { words } from './words.ts';

/** What an invitation offers, and how to take it: with a new account or with the one that is signed in. */
export const InvitationPage = () => {
  const w = useWords(words);
  const r = useWords(roleWords);
  const times = useTimes();
  const { language } = useLanguage();
  const { secret } = useParams({ from: '/invito/$secret' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const routes = api.invitations[':secret'];
  const param = { secret };
  const offer = useQuery({ queryKey: ['invitation', secret], queryFn: () => read(routes.$get({ param })) });
  const me = useQuery(meQuery);
  const accept = useMutation({
    mutationFn: (values: Readonly<Record<string, string>>) =>
      read(routes.accept.$post({ param, json: { ...values, language } })),
    onSuccess: async ({ slug }) => {
      client.clear();
      await navigate({ to: '/$slug/oggi', params: { slug }, replace: true });
    },
  });
  if (offer.error) {
    const closed = offer.error instanceof ApiProblem && [404, 410].includes(offer.error.status);
    return (
      <OutsideFrame title={w.closedTitle} lead={closed ? w.closedLead : null}>
        {closed ? (
          <LinkButton to="/entra">{w.toDoor}</LinkButton>
        ) : (
          <ErrorNote error={offer.error} onRetry={() => void offer.refetch()} />
        )}
      </OutsideFrame>
    );
  }
  if (!offer.data || me.isPending) {
    return (
      <OutsideFrame title={w.loading}>
        <SkeletonRows rows={3} />
      </OutsideFrame>
    );
  }
  const { company, email, roles, expiresAt, hasAccount } = offer.data;
  return (
    <OutsideFrame title={w.title(company)} lead={`${w.lead(email)} ${w.until(times.date(expiresAt))}`}>
      <section className="mb-8">
        <h2 className="mb-2 font-medium">{w.roles}</h2>
        <ul className="flex flex-col gap-2">
          {roles.map((role) => (
            <li key={role} className="border-line-strong border-l-2 pl-3">
              <span className="font-medium">{r[role].name}.</span>{' '}
              <span className="text-ink-soft">{r[role].text}</span>
            </li>
          ))}
        </ul>
      </section>
      {me.data ? (
        <AcceptAsMe person={me.data.person} email={email} accept={accept} />
      ) : (
        <AcceptAsNew email={email} hasAccount={hasAccount} accept={accept} />
      )}
    </OutsideFrame>
  );
};
