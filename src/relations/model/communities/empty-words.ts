/**
 * Words that every company hears from everyone, Italian and English, folded: greetings, thanks, praise, time, and the
 * verbs of all days. They may be frequent somewhere, but nobody would call a circle by them.
 */
export const emptyWords: ReadonlySet<string> = new Set(
  (
    'ciao buongiorno buonasera salve saluti grazie prego scusa scusate complimenti bravo brava bravi auguri bello bella ' +
    'belli belle bellissimo bellissima buono buona buoni buone ottimo ottima ottimi ottime super top davvero proprio ' +
    'oggi ieri domani adesso ora ore giorno giorni settimana mese mesi anno anni volta volte tempo sera mattina cosa ' +
    'cose modo parte tipo gente persone persona qualcuno qualcosa nessuno ogni altro altra altri altre stesso stessa ' +
    'puo posso potete possiamo possono potrebbe vorrei voglio vuole devo deve dobbiamo essere avere andare vado andiamo ' +
    'andato venire viene detto dire dice dici visto vedere vedo trovato trovare preso prendere messo mettere sapere ' +
    'so sapete credo penso sembra bisogna serve subito quasi circa dopo prima durante mentre forse comunque quindi ' +
    'invece infatti insomma magari appena verso senza oltre secondo dentro fuori sopra sotto vicino lontano bene male ' +
    'meglio peggio primo prima due tre quattro cinque dieci cento mille nuovo nuova nuovi nuove grande grandi piccolo ' +
    'piccola euro the hello hey dear thank thanks thx please sorry congrats congratulations great good nice amazing ' +
    'awesome lovely best better really actually today yesterday tomorrow now day days week weeks month months year ' +
    'years time times thing things way people person someone something everyone anyone other others same get got getting ' +
    'give gave make made making take took taken come came going went gone see seen saw look looking know knew think ' +
    'thought want wanted need needed say said says tell told use used try tried let put still yet even ever never ' +
    'always also just only much lot bit quite maybe perhaps however because since until while though through around ' +
    'between without within new old big small first last next one two three four five ten http https www com'
  ).split(' '),
);
