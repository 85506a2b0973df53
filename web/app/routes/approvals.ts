import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspace } from './workspace.ts';

const list = createRoute({
  getParentRoute: () => workspace,
  path: 'da-approvare',
  component: lazyRouteComponent(() => import('../../pages/approvals/approvals-page.tsx'), 'ApprovalsPage'),
});
const one = createRoute({
  getParentRoute: () => workspace,
  path: 'da-approvare/$replyId',
  component: lazyRouteComponent(() => import('../../pages/approvals/approval-page.tsx'), 'ApprovalPage'),
});

/** Answers that wait for somebody's word. */
export const approvalRoutes = [list, one];
