import type { Draft } from '../draft.ts';
import type { Candidate, RuleWords } from '../phrases.ts';

const rule: RuleWords = {
  kind: 'placeholder',
  level: 'warning',
  why: {
    it: 'È rimasto un segnaposto: mettici la parola vera prima di mandarlo.',
    en: 'A placeholder was left: put the real word in before sending.',
  },
};

const blanks =
  /\{\{?[^{}\n]{1,40}\}?\}|\[(?:[\p{Lu}\s_]{3,30}|(?:[Ii]nserire|[Ii]nsert|[Nn]ome|[Nn]ame|[Dd]ata|[Dd]ate|[Nn]umero|[Cc]ustomer|[Cc]liente|[Ff]irma)[^\]\n]{0,30})\]|<(?:nome|name|cognome|data|cliente|azienda)>|(?<![\p{L}\p{N}])(?:XXX+|xxx+|TODO|TBD|lorem ipsum)(?![\p{L}\p{N}])|_{4,30}/gu;

/** Blanks of a template that nobody has filled. */
export const findPlaceholders = (draft: Draft): readonly Candidate[] =>
  [...draft.text.matchAll(blanks)].slice(0, 20).map((match) => ({
    picky: false,
    finding: { ...rule, start: match.index, end: match.index + match[0].length },
  }));
