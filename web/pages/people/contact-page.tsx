import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { useTitle } from '../../components/page/page.tsx';
import { Skeleton, SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { Cares } from './contact/cares.tsx';
import { ConsentChoice } from './contact/consent-choice.tsx';
import { ContactHeader } from './contact/contact-header.tsx';
import { Erase } from './contact/erase.tsx';
import { Gifts } from './contact/gifts.tsx';
import { Introductions } from './contact/introductions.tsx';
import { KnownBy } from './contact/known-by.tsx';
import { Merges } from './contact/merges.tsx';
import { Path } from './contact/path.tsx';
import { Scores } from './contact/scores.tsx';
import { Story } from './contact/story.tsx';
import { Ties } from './contact/ties.tsx';
import { useContact } from './contact/use-contact.ts';
import type { ContactDetail } from './views.ts';
import { words } from './words.ts';

/** One person: who they are, the story so far, what ties us, what they have agreed to. */
export const ContactPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { contactId = '' } = useParams({ strict: false });
  return (
    <div className="mx-auto w-full max-w-6xl px-page py-page">
      <Link
        to="/$slug/relazioni/persone"
        params={{ slug }}
        className="mb-4 inline-flex min-h-6 items-center gap-1.5 text-ink-soft text-small no-underline hover:text-ink"
      >
        <ArrowLeft aria-hidden size={14} />
        {w.back}
      </Link>
      <Opened key={contactId} contactId={contactId} />
    </div>
  );
};

const Opened = ({ contactId }: { readonly contactId: string }) => {
  const w = useWords(words);
  const { data, error, isPending, refetch } = useContact(contactId);
  useTitle(data?.contact.name ?? w.title);
  if (isPending)
    return (
      <>
        <Skeleton className="mb-8 h-14 w-80 max-w-full" />
        <SkeletonRows rows={5} rowClassName="h-24" />
      </>
    );
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return <Known detail={data} />;
};

const Known = ({ detail }: { readonly detail: ContactDetail }) => (
  <>
    <ContactHeader detail={detail} />
    <div className="grid gap-x-12 gap-y-8 wide:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-8">
        <Path stage={detail.stage} />
        <Story detail={detail} />
        <Gifts detail={detail} />
      </div>
      <div className="flex min-w-0 flex-col gap-8">
        <Scores detail={detail} />
        <Cares cares={detail.cares} />
        <Ties detail={detail} />
        <KnownBy knownBy={detail.knownBy} />
        <Introductions introductions={detail.introductions} />
        <ConsentChoice contact={detail.contact} />
        <Merges merges={detail.merges} />
        <Erase contact={detail.contact} />
      </div>
    </div>
  </>
);
