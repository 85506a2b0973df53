import { useQuery } from '@tanstack/react-query';
import { read, company as routes } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { CompanyForm } from './company-form.tsx';
import { NewCompany } from './new-company.tsx';
import { words } from './words.ts';

export const CompanyPage = () => {
  const w = useWords(words);
  const { id, slug } = useWorkspace();
  const mayChange = useMay()('workspace.manage');
  const company = useQuery({
    queryKey: keys.company(id),
    queryFn: () => read(routes.$get({ param: { workspaceId: id } })),
  });
  return (
    <Page title={w.title} lead={mayChange ? w.lead : w.onlyCoordinators}>
      {company.error && <ErrorNote error={company.error} onRetry={() => void company.refetch()} />}
      {company.isPending && <SkeletonRows rows={3} rowClassName="h-24" />}
      {company.data && <CompanyForm key={company.data.id} company={company.data} mayChange={mayChange} />}
      <div className="mt-8">
        <Section title={w.addressTitle} lead={w.addressLead}>
          <p className="font-mono">
            {location.origin}/{slug}
          </p>
        </Section>
        {mayChange && <NewCompany />}
      </div>
    </Page>
  );
};
