/** What the blogs and papers of the valley wrote: entries of the feeds that the company has joined. */
export type Entry = {
  readonly id: string;
  readonly daysAgo: number;
  readonly hour: `${number}:${number}`;
  readonly author: string;
  readonly title: string;
  readonly html: string;
};

export const feeds = [
  { key: 'gazzetta', name: 'La Gazzetta della Valle', address: 'https://gazzetta-valle.example/feed.xml' },
  { key: 'vera', name: 'Vera scrive di vino', address: 'https://vera-vino.example/rss' },
] as const;

export const entries: Readonly<Record<(typeof feeds)[number]['key'], readonly Entry[]>> = {
  gazzetta: [
    {
      id: 'g1',
      daysAgo: 20,
      hour: '6:00',
      author: 'Redazione',
      title: 'Vendemmia finita: poca uva, ma sana',
      html: '<p>Si chiude una vendemmia avara. «Un quarto in meno dell’anno scorso, però bella così non la vedevamo dal 2016», dice Pietro Neri, cantiniere alla <b>Cantina Valdorsa</b>.</p>',
    },
    {
      id: 'g2',
      daysAgo: 11,
      hour: '6:00',
      author: 'Redazione',
      title: 'Santa Lucia, torna il mercato dei produttori',
      html: '<p>Sedici banchi in piazza il 13 dicembre. Tra i vini Cantina Valdorsa e i vignaioli di Terra Alta, quest’anno forse con un banco insieme.</p>',
    },
    {
      id: 'g3',
      daysAgo: 2,
      hour: '6:00',
      author: 'M. Orlandi',
      title: 'Strada delle cantine, la segnaletica che non c’è',
      html: '<p>Turisti che girano a vuoto, cartelli fermi al 2009. «Alla Cantina Valdorsa ci siamo arrivati chiedendo a un contadino», raccontano due coniugi di Bergamo. Il Comune: «Entro primavera».</p>',
    },
  ],
  vera: [
    {
      id: 'v1',
      daysAgo: 16,
      hour: '9:30',
      author: 'Vera',
      title: 'Cinque bianchi per l’inverno',
      html: '<p>Al terzo posto il <em>Bianco Lunaria</em> di Cantina Valdorsa: sale, fieno, un’idea di mandorla. Sotto i dieci euro è quasi un regalo.</p>',
    },
    {
      id: 'v2',
      daysAgo: 4,
      hour: '10:00',
      author: 'Vera',
      title: 'Il Passito Sera, ovvero la pazienza',
      html: '<p>Ho passato un pomeriggio a pensare a questo bicchiere. Alla Cantina Valdorsa appassiscono ancora sui graticci, girando i grappoli a mano. Si sente tutto.</p>',
    },
  ],
};
