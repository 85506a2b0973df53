import type { Line } from './scene.ts';

export const blueskyPeople: Readonly<Record<string, { readonly name: string; readonly handle: string }>> = {
  us: { name: 'Cantina Valdorsa', handle: 'cantina-valdorsa.example' },
  chiara: { name: 'Chiara Bassi', handle: 'chiara-bassi.example' },
  luca: { name: 'Luca Ferretti, sommelier', handle: 'lucaferretti.example' },
  osteria: { name: 'Osteria del Mulo', handle: 'osteria-del-mulo.example' },
  nadia: { name: 'Nadia', handle: 'nadia-in-bici.example' },
  teo: { name: 'Teo Marchi', handle: 'teomarchi.example' },
  elena: { name: 'Elena P.', handle: 'elenapi.example' },
  davide: { name: 'Davide Conti', handle: 'davideconti.example' },
  vera: { name: 'Vera scrive di vino', handle: 'vera-vino.example' },
};

export const blueskyLines: readonly Line[] = [
  { id: 'b1', daysAgo: 21, hour: '22:14', who: 'chiara', text: 'Ieri sera il Rosso dell’Orsa di @cantina-valdorsa.example con i cappellacci di zucca. Non ci avrei scommesso un euro e invece. Chi lo conosceva?' },
  { id: 'b2', daysAgo: 20, hour: '8:41', who: 'us', ours: true, replyTo: 'b1', text: 'Ciao Chiara, sono Marta. La zucca gli toglie la spigolosità, hai ragione: da noi lo si beve così da sempre. Che annata avevi?' },
  { id: 'b3', daysAgo: 20, hour: '9:05', who: 'chiara', replyTo: 'b2', text: 'La 2022! Presa in paese dal macellaio, che giurava fosse l’ultima.' },
  { id: 'b4', daysAgo: 20, hour: '9:30', who: 'us', ours: true, replyTo: 'b3', text: 'Il macellaio esagera sempre. Se ti va passa, te ne apriamo una 2019 e mi dici. Marta' },
  { id: 'b5', daysAgo: 20, hour: '9:33', who: 'chiara', replyTo: 'b4', text: 'Affare fatto. Grazie Marta, veramente gentile.' },
  { id: 'b6', daysAgo: 17, hour: '18:02', who: 'luca', text: 'Sto preparando una serata sui rosati che non sembrano sciroppo. @cantina-valdorsa.example la Vigna Chiara 2025 è già fuori?' },
  { id: 'b7', daysAgo: 16, hour: '10:20', who: 'us', ours: true, replyTo: 'b6', text: 'Buongiorno Luca, sono Giulia. Esce il 2 dicembre. Per la serata possiamo farle avere qualche bottiglia da assaggiare prima: mi dice per quante persone?' },
  { id: 'b8', daysAgo: 16, hour: '13:48', who: 'luca', replyTo: 'b7', text: 'Siamo una ventina, quasi tutta gente che di rosati non vuol sentir parlare. Mi piace la sfida. Vi scrivo una mail coi dettagli.' },
  { id: 'b9', daysAgo: 14, hour: '12:55', who: 'osteria', text: 'In carta da oggi il Bianco Lunaria di Cantina Valdorsa. Lo serviamo con le alici del giovedì.' },
  { id: 'b10', daysAgo: 14, hour: '15:10', who: 'us', ours: true, replyTo: 'b9', text: 'Con le alici è la sua morte. Grazie dell’ospitalità, giovedì veniamo in tre. Pietro' },
  { id: 'b11', daysAgo: 12, hour: '19:40', who: 'nadia', text: 'Giro di oggi: 48 km tra le vigne, sosta alla Cantina Valdorsa. Ci hanno riempito le borracce e spiegato la potatura per mezz’ora. Gente che ama quello che fa.' },
  { id: 'b12', daysAgo: 9, hour: '21:27', who: 'teo', text: 'Pagato 14 euro il Rosso dell’Orsa in enoteca, sul sito della Cantina Valdorsa sta a 9,50. Qualcuno mi spiega?' },
  { id: 'b13', daysAgo: 9, hour: '21:50', who: 'davide', replyTo: 'b12', text: 'Le enoteche devono pur vivere, però quasi il 50% in più è tanto.' },
  { id: 'b14', daysAgo: 8, hour: '9:12', who: 'us', ours: true, replyTo: 'b12', text: 'Buongiorno Teo, sono Pietro. In cantina non paghiamo trasporto né affitto in centro, l’enoteca sì: ma 14 euro sembrano troppi anche a noi. Le va di dirmi in privato quale enoteca? Ne parlo con loro.' },
  { id: 'b15', daysAgo: 8, hour: '12:31', who: 'teo', replyTo: 'b14', text: 'Risposta onesta, non me l’aspettavo. Le scrivo.' },
  { id: 'b16', daysAgo: 6, hour: '17:22', who: 'vera', text: 'Tre cantine piccole che l’anno prossimo faranno parlare: una è @cantina-valdorsa.example. Il Passito Sera ha una precisione che non trovavo da anni. Ne scrivo sul blog domenica.' },
  { id: 'b17', daysAgo: 5, hour: '9:02', who: 'us', ours: true, replyTo: 'b16', text: 'Vera, siamo senza parole. Se per l’articolo ti serve capire come facciamo l’appassimento, Pietro ti porta in fruttaio quando vuoi. Marta' },
  { id: 'b18', daysAgo: 4, hour: '20:15', who: 'elena', text: '@cantina-valdorsa.example ma la visita del sabato si fa anche con la pioggia? Siamo in quattro con due bambini' },
  { id: 'b19', daysAgo: 2, hour: '18:36', who: 'davide', text: 'Due bottiglie su sei arrivate rotte, cartone fradicio e il resto che sa di cantina allagata. @cantina-valdorsa.example a chi devo scrivere? Dal corriere rimpallano.' },
  { id: 'b20', daysAgo: 1, hour: '8:50', who: 'davide', replyTo: 'b19', text: 'Nessuno? Era un regalo per sabato.' },
  { id: 'b21', daysAgo: 1, hour: '21:04', who: 'chiara', text: 'Alla fine sono passata da @cantina-valdorsa.example: la 2019 è un altro mondo. Ne ho portate via sei e il sonno.' },
  { id: 'b22', daysAgo: 0, hour: '7:48', who: 'luca', replyTo: 'b8', text: 'Vi ho scritto la mail ieri sera, l’avete vista? Devo chiudere la lista entro domani.' },
];
