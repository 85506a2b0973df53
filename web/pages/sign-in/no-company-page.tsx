export const NoCompanyPage = () => null;
