import { Outlet } from '@tanstack/react-router';
import { Page } from '../../components/page/page.tsx';

export const ConversationsPage = () => (
  <Page title="Conversazioni">
    <Outlet />
  </Page>
);
