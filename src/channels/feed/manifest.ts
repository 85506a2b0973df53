import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';

export const feedManifest: Manifest = {
  id: 'feed',
  name: { it: 'Siti e blog', en: 'Sites and blogs' },
  summary: {
    it: 'Blog, giornali, forum e podcast che pubblicano un feed RSS, Atom o JSON: basta l’indirizzo del sito.',
    en: 'Blogs, papers, forums and podcasts with an RSS, Atom or JSON feed: the address of the site is enough.',
  },
  icon: 'rss',
  auth: 'none',
  fields: [
    {
      name: 'url',
      kind: 'url',
      label: { it: 'Indirizzo del sito o del feed', en: 'Address of the site or feed' },
      help: {
        it: 'Incolla l’indirizzo della pagina: se dichiara un feed, lo troviamo noi.',
        en: 'Paste the address of the page: if it names a feed, we find it.',
      },
      placeholder: 'https://www.gazzettadelvino.it',
      required: true,
    },
    {
      name: 'ownSite',
      kind: 'toggle',
      label: { it: 'È un sito nostro', en: 'It is a site of ours' },
      help: {
        it: 'I commenti lasciati lì sono rivolti a noi e aspettano una risposta.',
        en: 'Comments left there are addressed to us and wait for an answer.',
      },
      required: false,
      defaultValue: false,
      advanced: true,
    },
    {
      name: 'comments',
      kind: 'toggle',
      label: { it: 'Segui anche i commenti', en: 'Follow the comments too' },
      help: {
        it: 'Dove il feed dice dove stanno i commenti di ogni articolo, li leggiamo: ognuno arriva nella conversazione del suo articolo.',
        en: 'Where the feed says where the comments of each article are, we read them: each comes into the conversation of its article.',
      },
      required: false,
      defaultValue: false,
    },
    {
      name: 'keepAll',
      kind: 'toggle',
      label: { it: 'Tieni tutto quello che pubblica', en: 'Keep all that it publishes' },
      help: {
        it: 'Se lo spegni, teniamo solo quello in cui compare una delle parole che seguite.',
        en: 'Switched off, we only keep what contains one of the words that you follow.',
      },
      required: false,
      defaultValue: true,
      advanced: true,
    },
  ],
  capabilities: supportOf(
    {
      mentions: {
        how: 'poll',
        why: {
          it: 'Se il sito ha un hub WebSub, quello che esce arriva subito; altrimenti ogni dieci minuti.',
          en: 'If the site has a WebSub hub, what appears comes at once; otherwise every ten minutes.',
        },
      },
      comments: {
        how: 'poll',
        why: {
          it: 'Si seguono se lo accendi e il feed dice dove stanno; altrimenti aggiungi il feed dei commenti come feed a sé.',
          en: 'Followed if you switch it on and the feed says where they are; otherwise add the feed of the comments as a feed of its own.',
        },
      },
      search: {
        how: 'absent',
        why: {
          it: 'Un feed porta solo le sue voci: i termini si cercano lì dentro.',
          en: 'A feed brings only its own entries: terms are looked for among them.',
        },
      },
    },
    {
      it: 'Un feed si legge soltanto: per rispondere apri la pagina.',
      en: 'A feed can only be read: to answer, open the page.',
    },
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: true,
    exportable: true,
    source: 'https://www.rssboard.org/rss-specification',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 10 * 60 * 1000,
};
