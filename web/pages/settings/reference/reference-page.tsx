export const ReferencePage = () => null;
