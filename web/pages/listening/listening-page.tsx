import { Page } from '../../components/page/page.tsx';

export const ListeningPage = () => <Page title="Ascolto">{null}</Page>;
