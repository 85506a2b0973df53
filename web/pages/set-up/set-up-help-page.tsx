export const SetUpHelpPage = () => null;
