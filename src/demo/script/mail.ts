import type { Line } from './scene.ts';

export type MailLine = Line & {
  readonly subject: string;
  /** Sent by a machine: Auto-Submitted (RFC 3834). */
  readonly automatic?: true;
  /** Quotes the message that it answers, as mail programs do. */
  readonly quotes?: true;
};

export const mailPeople: Readonly<Record<string, { readonly name: string; readonly mail: string }>> = {
  us: { name: 'Cantina Valdorsa', mail: 'ciao@cantina-valdorsa.example' },
  franca: { name: 'Franca Dotti', mail: 'franca@lamadia.example' },
  luca: { name: 'Luca Ferretti', mail: 'luca@lucaferretti.example' },
  anselmi: { name: 'Roberto Anselmi', mail: 'r.anselmi@posta.example' },
  hotel: { name: 'Hotel Tre Querce, ricevimento', mail: 'ricevimento@trequerce.example' },
  ilaria: { name: 'Ilaria Sforza', mail: 'ilaria.sforza@posta.example' },
  gino: { name: 'Gino Bellandi', mail: 'gino.bellandi@posta.example' },
  scuola: { name: 'Prof.ssa Anna Rinaldi', mail: 'rinaldi@agrario-colle.example' },
};

export const mailLines: readonly MailLine[] = [
  { id: 'm1', daysAgo: 18, hour: '16:20', who: 'franca', subject: 'Ordine del gruppo La Madia', text: 'Buongiorno Giulia,\n\ncome d’accordo al telefono: 48 Rosso dell’Orsa, 18 Bianco Lunaria, 6 Passito Sera. Consegna al circolo di via dei Mille, il sabato mattina se si può.\n\nPer i vuoti ci organizziamo noi coi cassoni.\n\nFranca Dotti' },
  { id: 'm2', daysAgo: 17, hour: '9:15', who: 'us', ours: true, replyTo: 'm1', quotes: true, subject: 'Re: Ordine del gruppo La Madia', text: 'Buongiorno Franca,\n\ntutto segnato, consegniamo sabato alle 9. Il passito è poco quest’anno: gliene metto 6 ma sono le ultime fino a marzo.\n\nA sabato,\nGiulia' },
  { id: 'm3', daysAgo: 17, hour: '9:16', who: 'franca', replyTo: 'm2', automatic: true, subject: 'Risposta automatica: Ordine del gruppo La Madia', text: 'Sono fuori ufficio fino a lunedì. Per urgenze chiamate il circolo.' },
  { id: 'm4', daysAgo: 15, hour: '11:02', who: 'anselmi', subject: 'tappo', text: 'Spett.le Cantina,\n\nho aperto ieri una bottiglia del Vs. Rosso dell’Orsa 2021 (lotto L21-14) e sapeva inequivocabilmente di tappo. È la terza in un anno. Sono cliente da quando c’era Suo padre e mi dispiace doverlo scrivere.\n\nDistinti saluti\nR. Anselmi' },
  { id: 'm5', daysAgo: 15, hour: '14:40', who: 'us', ours: true, replyTo: 'm4', quotes: true, subject: 'Re: tappo', text: 'Gentile signor Anselmi,\n\nha ragione a scriverlo, tre in un anno sono troppe. Domani passo io a Collina a prendere la bottiglia aperta e gliene lascio tre: il lotto L21-14 lo facciamo vedere al fornitore dei tappi e le dico cosa risponde.\n\nMarta Valdorsa\n0555 010 221' },
  { id: 'm6', daysAgo: 10, hour: '10:30', who: 'us', ours: true, replyTo: 'm5', subject: 'Re: tappo', text: 'Signor Anselmi, come promesso: il fornitore ha trovato il difetto su quella partita di tappi. Abbiamo cambiato tipo di tappo dal lotto 22 in poi e ritirato quel che restava in negozio. Grazie di averci avvisato.\n\nMarta' },
  { id: 'm7', daysAgo: 10, hour: '18:05', who: 'anselmi', replyTo: 'm6', quotes: true, subject: 'R: tappo', text: 'Cara Marta,\n\nnon mi aspettavo tanto. Suo padre sarebbe contento.\n\nRoberto Anselmi' },
  { id: 'm8', daysAgo: 8, hour: '12:12', who: 'hotel', subject: 'Fornitura 2027', text: 'Buongiorno,\n\nstiamo rivedendo la carta dei vini per la stagione. Ci interesserebbero un bianco e un rosato del territorio, circa 30 cartoni l’anno. Potete mandarci il listino per la ristorazione?\n\nCordiali saluti\nRicevimento Hotel Tre Querce' },
  { id: 'm9', daysAgo: 7, hour: '9:00', who: 'us', ours: true, replyTo: 'm8', quotes: true, subject: 'Re: Fornitura 2027', text: 'Buongiorno,\n\ngrazie di aver pensato a noi. Il listino è qui sotto; ma più del listino vorrei farvi assaggiare i vini lì da voi, coi piatti della vostra cucina. Martedì o mercoledì pomeriggio va bene?\n\nGiulia Fanti' },
  { id: 'm10', daysAgo: 5, hour: '15:25', who: 'hotel', replyTo: 'm9', quotes: true, subject: 'Re: Fornitura 2027', text: 'Mercoledì alle 16 è perfetto, ci sarà anche lo chef.' },
  { id: 'm11', daysAgo: 3, hour: '19:31', who: 'ilaria', subject: 'Visita per un compleanno', text: 'Ciao! Vorrei regalare a mia madre una visita con degustazione per i suoi 60 anni, saremmo in otto, domenica 6. Lei non beve rosso: si può fare solo bianchi? E si può portare la torta?\n\nGrazie mille\nIlaria' },
  { id: 'm12', daysAgo: 2, hour: '8:47', who: 'scuola', subject: 'Gli studenti dell’agrario in cantina', text: 'Gentile dottoressa Valdorsa,\n\nanche quest’anno la quarta vorrebbe passare una mattina da voi durante la potatura. Sono 22, più due docenti. Ci sarebbe una data entro metà dicembre?\n\nUn caro saluto\nAnna Rinaldi' },
  { id: 'm13', daysAgo: 1, hour: '22:40', who: 'luca', subject: 'Serata rosati: i dettagli', text: 'Buonasera Giulia,\n\ncome scritto di là: venerdì 11, venti persone, tutte abbastanza scettiche. Mi servirebbero sei bottiglie di Vigna Chiara e, se potete, uno di voi che la racconti: dieci minuti, niente diapositive.\n\nDevo chiudere la lista entro domani.\n\nLuca' },
  { id: 'm14', daysAgo: 0, hour: '7:15', who: 'gino', subject: 'Fattura', text: 'Buongiorno, della fattura di ottobre non ho ancora visto traccia e il commercialista mi sta addosso. Me la rimandate per favore?\n\nGino Bellandi' },
];
