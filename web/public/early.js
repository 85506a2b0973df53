// Runs before the app's own code, and asks for what the first screen will need while that code is on its way:
// the files of the page that the address names, and the first answers of the server (app/early.ts takes them over).
(() => {
  const root = document.documentElement;
  const { pathname } = location;
  const company = /^\/([^/]+)\/(oggi|conversazioni|ascolto|relazioni|impostazioni|benvenuto)(\/|$)/.exec(
    pathname,
  );

  // What is painted until the app is there; app.css shows the one that is named.
  const look = company ? 'room' : pathname === '/entra' ? 'door' : 'outside';
  if (pathname !== '/') root.dataset.look = look;

  const asked = {};
  const ask = (path) => {
    const answer = fetch(path, { headers: { 'accept-language': root.lang === 'en' ? 'en' : 'it' } });
    // Whoever takes it over hears of its failure; if nobody does, nobody misses it.
    answer.catch(() => {});
    asked[path] = answer;
    return answer;
  };
  const askForToday = async (me) => {
    if (!me.ok) return;
    const { workspaces } = await me.clone().json();
    const here = workspaces.find(({ slug }) => slug === company[1]);
    if (!here) return;
    const inside = `/api/workspaces/${encodeURIComponent(here.id)}`;
    ask(`${inside}/today`);
    if (here.permissions.includes('relations.read')) ask(`${inside}/relations/today`);
  };
  const me = ask('/api/me');
  if (company?.[2] === 'oggi') me.then(askForToday).catch(() => {});
  if (/^\/(entra|avvio.*)?$/.test(pathname)) ask('/api/installation');
  window.asked = asked;

  const files = document.querySelector('meta[name="page-files"]')?.content;
  for (const [pattern, names] of files ? JSON.parse(files) : []) {
    if (!new RegExp(pattern).test(pathname)) continue;
    for (const name of names) {
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.crossOrigin = '';
      link.href = name;
      document.head.append(link);
    }
  }
})();
