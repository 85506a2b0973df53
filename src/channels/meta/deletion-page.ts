/** What a person reads who asked Meta that their data be deleted. `begunAt` is an ISO instant; absent while it waits. */
export const deletionPage = (code: string, begunAt: string | undefined): string => {
  const day = begunAt?.slice(0, 10);
  const it = day
    ? `La cancellazione dei vostri dati da ciò che questo collegamento ha ricevuto è stata avviata il ${day} e si conclude in pochi minuti. Da allora quello che vi riguarda non viene più conservato.`
    : 'La richiesta è stata ricevuta: entro pochi minuti i vostri dati vengono cancellati da ciò che questo collegamento ha ricevuto.';
  const en = day
    ? `The erasure of your data from what this connection received was begun on ${day} and ends within minutes. Since then nothing about you is kept.`
    : 'The request has been received: within minutes your data are erased from what this connection received.';
  return `<!doctype html><html lang="it"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Cancellazione dei dati</title>
<main><h1>Cancellazione dei dati</h1><p>${it}</p><p>Codice: <strong>${code}</strong></p>
<section lang="en"><h2>Data deletion</h2><p>${en}</p></section></main></html>`;
};
