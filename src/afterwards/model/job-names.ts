/** Asks by itself, at its hour: named apart, since whoever plans it need not know how it is done. */
export const ASK_JOB = 'afterwards.ask';
