export const SetUpPage = () => null;
