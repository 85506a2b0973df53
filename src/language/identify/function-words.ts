/** Small words that give a language away; folded. What several languages share is counted for each of them. */
const lists = {
  it: 'il lo la gli le un uno una di a da in con su per tra fra del dello della dei degli delle al allo alla ai agli alle dal dalla dai dalle nel nello nella nei nelle sul sulla sui sulle e ed o che chi cui non ma se perche anche come dove quando quanto quale mi ti ci vi si ne io tu lui lei noi voi loro mio mia tuo tua suo sua nostro nostra vostro vostra questo questa questi queste quello quella quelli sono sei siamo siete era erano stato stata ho hai ha abbiamo avete hanno avevo aveva fare fatto fa piu meno molto troppo tutto tutti tutte tutta niente nulla sempre mai gia ancora solo poi qui qua quindi pero cosi bene buono buona grazie buongiorno buonasera ciao oggi ieri domani anno anni dopo prima senza ogni stesso essere avere puo posso potete vorrei sapere cosa c nn cmq xke anch un dell all nell sull dall quest l d',
  en: 'the a an of to in on at by for with from and or but not is are was were be been have has had do does did i you he she it we they me him her us them my your his its our their this that these those there here what who which when where why how all some any no yes very too so just than then if as can could will would should may more most much many about into out up down over after before again good great thank thanks please don t s m re ve ll didn doesn isn',
  es: 'el la los las un una unos unas de del a al en con por para sin sobre entre y e o pero no si que como cuando donde quien cual porque muy mas menos tambien ya este esta estos estas ese esa eso es son era fue ser estar esta estoy he ha han hay me te se nos os le les lo mi tu su nuestro gracias bueno buena todo todos nada siempre nunca hola hoy',
  fr: 'le la les un une des du de et ou mais ne pas que qui quoi ou quand comment pourquoi je tu il elle nous vous ils elles me te se mon ma mes ton ta tes son sa ses notre votre leur ce cette ces est sont etait etre avoir ai as avons avez ont dans sur sous avec sans pour par plus tres bien merci bonjour tout tous rien jamais toujours ici c j l d n qu s',
  de: 'der die das ein eine einen einem einer und oder aber nicht ist sind war waren sein haben hat hatte ich du er sie es wir ihr mich dich uns euch mein dein unser in im an am auf mit von vom zu zum zur bei fur aus nach uber unter wenn weil dass was wer wo wann wie warum sehr gut auch noch nur schon mehr kein keine danke bitte',
  pt: 'o a os as um uma de do da dos das em no na nos nas com por para sem e ou mas nao que como quando onde quem porque muito mais menos tambem ja este esta isso e sao era foi ser estar esta estou tem ha me te se nos lhe meu minha seu sua obrigado obrigada bom boa tudo todos nada sempre nunca voce voces ola hoje',
  nl: 'de het een en of maar niet is zijn was waren hebben heeft ik je jij hij zij wij ze mij jou ons mijn jouw in op aan met van voor uit naar bij door als dat dit die wat wie waar wanneer hoe zeer goed ook nog al meer geen bedankt',
  ro: 'si sau dar nu este sunt era fost am ai are avem aveti au un o unui unei la in cu de pe din pentru fara ca ce cine unde cand cum foarte mai bine multumesc buna eu tu el ea noi voi ei',
} as const;

export type VotingLanguage = keyof typeof lists;
export const votingLanguages = Object.keys(lists) as readonly VotingLanguage[];

/** For each small word, a bit for each language that has it (in the order of `votingLanguages`). */
export const ballots: ReadonlyMap<string, number> = (() => {
  const bits = new Map<string, number>();
  votingLanguages.forEach((language, index) => {
    for (const word of lists[language].split(' ')) bits.set(word, (bits.get(word) ?? 0) | (1 << index));
  });
  return bits;
})();
