import type { Finder } from '../personal-datum.ts';
import { findBy } from './find-by.ts';

/** Secrets whose form is published by who issues them. */
const known =
  /(?<![\w-])(?:sk-(?:proj-|ant-)?[\w-]{20,200}|[sr]k_(?:live|test)_\w{16,128}|gh[pousr]_\w{30,255}|github_pat_\w{22,255}|glpat-[\w-]{20,64}|xox[abeprs]-[\w-]{10,250}|(?:AKIA|ASIA)[0-9A-Z]{16}|AIza[\w-]{35}|ya29\.[\w-]{20,250}|SG\.[\w-]{16,64}\.[\w-]{16,64}|hf_\w{30,64}|npm_\w{36}|EAA\w{30,250}|eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,1000})(?![\w-])|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/g;

/** Said to be one by the words before it. */
const named =
  /(?<![\w-])(?:api[ _-]?key|api[ _-]?token|access[ _-]?token|secret(?:[ _-]?key)?|bearer|token|chiave api|client[ _-]?secret)['"]?\s{0,3}(?:[:=]|è|is|\s)\s{0,3}['"]?(?<datum>[\w.+/=-]{16,500})/dgi;

export const findApiKeys: Finder = (text) => [
  ...findBy(text, 'api-key', known, () => 'certain'),
  ...findBy(text, 'api-key', named, (datum) => (/\d/.test(datum) && /[a-z]/i.test(datum) ? 'certain' : 'no')),
];
