import { type Phrase, phraseTable, type RuleWords } from '../phrases.ts';

export const hypeRule: RuleWords = {
  kind: 'hype',
  level: 'hint',
  why: {
    it: 'È una frase da dépliant, che potrebbe stare sotto qualunque marchio: un fatto, un nome o un numero dicono di più.',
    en: 'This is brochure talk that would fit any brand: a fact, a name or a number says more.',
  },
};

const italian: readonly Phrase[] = [
  {
    find: "(?:vanta(?:no)?|vantiamo|può vantare) (?:una (?:lunga|solida|pluriennale|grande|vasta)|oltre|un'|anni)[^.!?,\\n]{0,35}|pluripremiat[oaie]|senza tempo|(?:dove|quando) (?:la |il |l'|lo )?[a-zà-ÿ]{4,14} (?:diventa|incontra|si fonde con|sposa) (?:la |il |l'|un'|un )?[a-zà-ÿ]{3,14}|(?:perfetto |giusto |ideale )?connubio (?:tra|fra|di)[^.!?,\\n]{0,30}|(?:tradizione e innovazione|innovazione e tradizione)|(?:creazioni|atmosfere|sapori|emozioni|momenti) (?:senza tempo|unic[hie]{1,2}|indimenticabili|irripetibili|da sogno)",
  },
  {
    find: "(?:una )?(?:visione|filosofia|approccio|strategia) (?:orientat[oa] al|proiettat[oa] (?:al|verso il)|a lungo termine|innovativ[oa])(?: futuro)?|tecnologi[ae] (?:proprietari[ae]|innovativ[ae]|esclusiv[ae]|d'avanguardia)|(?:siamo|sono) (?:fier[ie]|orgoglios[ie]) di (?:contribuire|essere|far parte|offrire|rappresentare|sostenere)[^.!?,\\n]{0,35}|ancora più (?:accoglient|funzional|innovativ|performant|esclusiv|confortevol)[a-z]{1,2}(?: e [a-z]{5,14})?|per (?:chi|coloro che) (?:non si accontenta(?:no)?|cerca il meglio|ama il bello)|non si accontenta|per (?:veri )?intenditori",
  },
  {
    find: "(?:lasciat[ei]vi|lasciati|regalat[ei]vi|regalati|concedetevi|concediti) (?:conquistare|trasportare|coccolare|sorprendere|tentare|avvolgere|ispirare|un'esperienza|un momento)[^.!?,\\n]{0,25}|(?:vivi|vivete|scopri|scoprite) (?:l'|un'|la )?(?:esperienza|emozione|magia|essenza)[^.!?,\\n]{0,25}|la magia (?:di|del|della)|un mondo di [a-z]{4,12}|sinonimo di [a-zà-ÿ]{4,14}|garanzia di qualità|(?:nei|fin nei) minimi dettagli|cura (?:maniacale|dei dettagli|del dettaglio|artigianale)|di prim'ordine|top di gamma|ineguagliabil[ei]|inimitabil[ei]|impareggiabil[ei]|straordinari[oa] (?:qualità|esperienza|occasione|successo)|raffinat[oa] (?:eleganza|ospitalità|atmosfera)|lusso (?:accessibile|discreto|senza)|standard (?:elevatissimi|qualitativi)(?: elevat[a-z]{1,6})?|alta qualità|elevati standard(?: [a-z]{5,12})?|a misura d'uomo|al passo coi tempi|tradizione di famiglia da[^.!?,\\n]{0,20}",
  },
  {
    find: "(?:come |la nostra azienda, )?(?:leader|leadership|punto di riferimento)(?: (?:di|nel|nella|nell'|del|in|sul|nei) ?[a-zà-ÿ]{4,20})?(?: (?:dei|dal|di) (?:metalli|\\d{4}|settore|mercato))?|(?:la )?(?:propria|nostra) leadership",
  },
  {
    find: "(?:l'|dell'|verso l'|un'|all'|le )?eccellenz[ae](?: (?:del territorio|italiana|artigiana))?|valorizzare le eccellenze(?: del territorio)?|fare sistema|(?:in )?sinergi[ae](?: consolidate)?|asset strategico|fiore all'occhiello",
  },
  {
    find: "a 360 ?(?:°|gradi)|chiavi in mano|soluzioni (?:innovative|d'arredo|su misura per ogni|all'avanguardia|integrate|chiavi in mano|personalizzate)(?: (?:e|a|di) [a-z0-9]{1,10}(?: gradi)?)?|(?:soddisfare |per )?(?:ogni|qualsiasi|qualunque|tutte le|i palati più|le) (?:tipo di )?(?:esigenz[ae]|esigenti)(?: abitativ[ae])?|palati (?:più )?esigenti",
  },
  {
    find: "all'avanguardia|(?:un )?parco macchine all'avanguardia|di ultima generazione|know-how(?: consolidato)?|customer[- ]?centric|approccio [a-z-]{6,18}|partner (?:ideale|strategico|affidabile)|best in class|mission(?= è)|innovazione, (?:qualità|sostenibilità)(?:, (?:qualità|sostenibilità))?",
  },
  {
    find: '(?:un |il |nostro ){0,4}(?:team|staff|équipe|equipe|personale) (?:di )?(?:giovane e dinamico|professionisti|specialisti|esperti|cordiale e qualificato|altamente qualificat[oi])(?: altamente qualificati| e qualificato)?|altamente qualificat[oiea]|professionisti del settore|professionalità,? (?:e )?(?:competenza|cortesia|passione|serietà)(?: e cortesia)?[^.!?\\n]{0,40}|passione e professionalità|al (?:vostro|tuo|suo) servizio(?: da oltre [a-z0-9 ]{2,12})?|sempre al servizio del cliente|il cliente al centro|poniamo il cliente al centro',
  },
  {
    find: "(?:qualità|gusto|sapore|stile) (?:senza compromessi|inconfondibile|autentico della tradizione|superiore)|il gusto autentico(?: della tradizione)?|(?:materie prime|ingredienti|prodotti) (?:rigorosamente )?selezionat[ei](?: di altissima qualità| con cura)?|(?:di )?altissima qualità|secondo antiche tradizioni|sapori (?:genuini|autentici|di una volta)(?: di una volta)?|la qualità è la nostra [a-z' ]{4,25}|qualità\\.? prezzo sul mercato|(?:il )?miglior rapporto qualità[ /-]{1,2}prezzo(?: sul mercato)?|prezzi imbattibili|(?:una )?vasta gamma(?: di prodotti)?|ampia gamma",
  },
  {
    find: "(?:unic[oa]|unici|uniche) nel (?:suo|loro) genere|(?:un'|un )?(?:esperienza|evento|viaggio|percorso|emozion[ei]|serata|soggiorno|location|proposta)(?: [a-zà-ÿ]{6,12})? (?:indimenticabil[ei]|unic[oahei]{1,2}|imperdibil[ei]|sensorial[ei]|esclusiv[oaie]|senza tempo|definitiva)(?: unico nel suo genere)?|l'esperienza di gusto definitiva|(?:esclusiv[oa]|imperdibil[ei]) (?:soggiorno|proposta|offerta|evento|occasione)|location esclusiva|(?:cornice|vista|panorama) mozzafiato|immers[oiae] in una [a-z]{4,12}(?: mozzafiato)?|all'insegna del|(?:un')?oasi di pace|imperdibil[ei]|evento imperdibile|saprà emozionare[^.!?\\n]{0,30}|emozioni uniche|viaggio sensoriale",
  },
  {
    find: "(?:un )?must[- ]have|lo stile incontra [^.!?\\n]{0,20}|la donna contemporanea|(?:formula|crema|prodotto) rivoluzionari[oa]|la crema rivoluzionaria|tecnologie all'avanguardia|(?:è |sono )?nel nostro dna|è la nostra (?:missione|mission|priorità|forza)|il tuo sorriso è la nostra missione|(?:la )?nostra mission|da sempre ci contraddistingu[a-z]{1,4}|che da sempre ci contraddistingue|a testimonianza (?:di|del|della|dell')",
  },
  {
    find: 'esperienza (?:ultra)?(?:trentennale|ventennale|decennale|pluriennale|quarantennale|cinquantennale)|grazie alla nostra esperienza[^.!?\\n]{0,20}|da (?:oltre|più di) \\d{1,3} anni(?: nel settore)?|realtà dinamica(?: in forte espansione)?|in forte espansione|motivat[oa] e proattiv[oa]|servizi di alto livello|tariffe vantaggiose|prestigios[oa] (?:riconoscimento|premio)',
  },
];

const english: readonly Phrase[] = [
  {
    find: 'award[- ]winning(?: [a-z]{4,12})?|like never before|where (?:dreams|passion|luxury|tradition) [a-z ]{4,20}|indulge (?:in|your)|elevate your|timeless(?: [a-z]{5,12})?|passionate about|exceptional(?: [a-z]{5,12})?|impeccable(?: [a-z]{5,12})?|(?:the )?perfect blend|the finest|luxur(?:y|ious)|game[- ]chang(?:er|ing)|innovative solutions?|customer[- ]centric|seamless(?: [a-z]{5,12})?|the ultimate|breathtaking|experience the|take your [a-z]{4,12} to|trusted partner|proud to (?:be|contribute|serve)',
  },
  {
    find: '(?:as )?(?:a )?(?:world[- ]class|industry[- ]leading|market[- ]leading|best[- ]in[- ]class|state[- ]of[- ]the[- ]art|cutting[- ]edge|one[- ]stop|next[- ]level|must[- ](?:see|have))(?: [a-z]{4,12})?|(?:a )?leader in|revolutionary(?: [a-z]{4,10})?|unforgettable(?: [a-z]{4,12})?|(?:an )?unforgettable experience|crafted with passion|for the whole family|partner of choice|solutions provider|tailored to your every need|second to none|in our dna|unparalleled|excellence|synerg(?:y|ies)|prestigious',
  },
];

export const hypes = phraseTable({ it: italian, en: english });
