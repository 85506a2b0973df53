import { Page } from '../../components/page/page.tsx';

export const TodayPage = () => <Page title="Oggi">{null}</Page>;
