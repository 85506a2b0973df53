// Runs before the app's own code, and asks for what the first screen will need while that code is on its way:
// the files of the page that the address names, and the first answers of the server (app/early.ts takes them over).
(() => {
  const root = document.documentElement;
  const { pathname } = location;
  const company = /^\/([^/]+)\/(oggi|conversazioni|cura|ascolto|relazioni|impostazioni|benvenuto)(\/|$)/.exec(
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
  const copyOf = async (answer) => {
    const came = await answer;
    if (!came.ok) throw new Error(String(came.status));
    return came.clone().json();
  };
  // The answers themselves are for the app; public/first-day.js paints from copies while the app is on its way.
  const askForToday = async () => {
    const known = await whoItIs;
    const workspace = known.workspaces.find(({ slug }) => slug === company[1]);
    if (!workspace) throw new Error('not one of ours');
    const inside = `/api/workspaces/${encodeURIComponent(workspace.id)}`;
    const today = copyOf(ask(`${inside}/today`));
    const knowsPeople = workspace.permissions.includes('relations.read');
    const daily = knowsPeople ? copyOf(ask(`${inside}/relations/today`)) : undefined;
    const answers = Promise.all([today, daily]);
    answers.catch(() => {});
    return { me: known, workspace, answers };
  };
  const add = (tag, attributes) =>
    document.head.append(Object.assign(document.createElement(tag), attributes));
  const me = ask('/api/me');
  // The app begins in the language of the person, whatever this browser's is: a page that changed it later would jump.
  const whoItIs = copyOf(me).then((known) => {
    root.lang = known.person.language === 'en' ? 'en' : 'it';
    return known;
  });
  whoItIs.catch(() => {});
  if (company?.[2] === 'oggi' && !company[3]) {
    window.firstDay = askForToday();
    window.firstDay.catch(() => {});
    add('script', { src: '/first-day.js' });
  }
  if (/^\/(entra|avvio.*)?$/.test(pathname)) ask('/api/installation');
  window.asked = asked;

  const files = document.querySelector('meta[name="page-files"]')?.content;
  for (const [pattern, names] of files ? JSON.parse(files) : []) {
    if (!new RegExp(pattern).test(pathname)) continue;
    for (const href of names) {
      const isFont = href.endsWith('.woff2');
      const how = isFont ? { rel: 'preload', as: 'font', type: 'font/woff2' } : { rel: 'modulepreload' };
      add('link', { ...how, crossOrigin: '', href });
    }
  }
})();
