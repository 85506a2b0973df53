import type { Line } from './scene.ts';

export const fediversePeople: Readonly<Record<string, { readonly name: string; readonly handle: string }>> = {
  us: { name: 'Cantina Valdorsa', handle: 'valdorsa@sociale.example' },
  bruna: { name: 'Bruna Salis', handle: 'bruna@collina.example' },
  gas: { name: 'Gruppo d’acquisto La Madia', handle: 'lamadia@sociale.example' },
  ivo: { name: 'Ivo, vignaiolo', handle: 'ivo@terra.example' },
  sandra: { name: 'Sandra M.', handle: 'sandra@borgo.example' },
};

export const fediverseLines: readonly Line[] = [
  { id: 'f1', daysAgo: 19, hour: '11:10', who: 'gas', text: '@valdorsa@sociale.example buongiorno, siamo un gruppo d’acquisto di 34 famiglie. Fate prezzi per ordini collettivi? E le bottiglie le riprendete vuote?' },
  { id: 'f2', daysAgo: 18, hour: '14:35', who: 'us', ours: true, replyTo: 'f1', text: 'Buongiorno, sono Giulia. Sì a tutte e due: sopra le 60 bottiglie il 15% in meno, e i vuoti li riprendiamo da gennaio. Vi va una telefonata con chi tiene gli ordini?' },
  { id: 'f3', daysAgo: 18, hour: '15:02', who: 'gas', replyTo: 'f2', text: 'Perfetto, vi chiama Franca. I vuoti per noi contano più dello sconto.' },
  { id: 'f4', daysAgo: 13, hour: '22:30', who: 'ivo', text: 'Vicini di Cantina Valdorsa che ti prestano la pressa il giorno che la tua si rompe. Il vino si fa anche così.' },
  { id: 'f5', daysAgo: 12, hour: '7:58', who: 'us', ours: true, replyTo: 'f4', text: 'Ivo, l’anno scorso il trattore era il tuo. Siamo pari, forse. Pietro' },
  { id: 'f6', daysAgo: 7, hour: '16:44', who: 'bruna', text: '@valdorsa@sociale.example ho letto «senza solfiti aggiunti» sul retro del Bianco Lunaria e in etichetta c’è «contiene solfiti». Qual è la verità?' },
  { id: 'f7', daysAgo: 6, hour: '9:40', who: 'us', ours: true, replyTo: 'f6', text: 'Domanda giusta, Bruna. Sono Pietro, il vino lo faccio io: non ne aggiungiamo, ma la fermentazione ne produce un poco da sola e oltre i 10 mg/l la legge chiede di scriverlo. Il nostro è a 14. Dalla prossima etichetta lo spieghiamo meglio, grazie a te.' },
  { id: 'f8', daysAgo: 6, hour: '10:15', who: 'bruna', replyTo: 'f7', text: 'Ecco, questa è una risposta. Grazie Pietro.' },
  { id: 'f9', daysAgo: 3, hour: '13:20', who: 'sandra', text: 'Qualcuno sa se alla Cantina Valdorsa si può andare col cane? Sul sito non c’è scritto niente.' },
  { id: 'f10', daysAgo: 0, hour: '8:22', who: 'ivo', text: '@valdorsa@sociale.example per il banco insieme al mercato di Santa Lucia: io ci sono, voi avete deciso?' },
];
