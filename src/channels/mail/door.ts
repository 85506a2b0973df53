export const securities = ['tls', 'starttls', 'none'] as const;
export type Security = (typeof securities)[number];

/** One server to sign in to. `none` is only used towards addresses of one's own network. */
export type Door = { readonly host: string; readonly port: number; readonly security: Security };
