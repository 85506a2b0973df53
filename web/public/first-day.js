// Writes the day into what is painted before the app is there (app/first-look/first-day-look.tsx), as soon as the
// answers are: the greeting, whom to speak with, what they said. early.js asked for them and hands them over here.
(() => {
  const root = document.documentElement;
  const look = () =>
    document.querySelector(`#app > [data-look="room"][lang="${root.lang}"] [data-first-day]`);
  const slot = (within, name) => within.querySelector(`[data-slot="${name}"]`);
  const wordsOf = (within, name) => JSON.parse(slot(within, name).dataset.words);
  const write = (within, name, text) => {
    const place = slot(within, name);
    if (text) place.textContent = text;
    else place.remove();
  };
  const firstName = (name) => name.trim().split(/\s+/)[0];

  const greet = (me, workspace) => {
    const day = look();
    if (!day) return;
    const hour = new Date(Date.now() + me.person.minutesAhead * 60_000).getUTCHours();
    const greeting = wordsOf(day, 'greeting')[hour < 13 ? 0 : hour < 18 ? 1 : 2];
    write(day, 'greeting', greeting.replace('#', firstName(me.person.name)));
    const room = day.closest('[data-look]');
    room.querySelector('[data-first-wait]')?.remove();
    if (workspace.nature === 'demo') room.querySelector('[data-first-demo]').hidden = false;
    day.hidden = false;
  };

  const leadOf = (day, people, waiting) => {
    const { people: forPeople, waiting: forWaiting } = wordsOf(day, 'lead');
    if (people.length === 0) return forWaiting[Math.min(waiting, 2)].replace('1111', String(waiting));
    const minutes = people.reduce((sum, person) => sum + person.minutes, 0);
    return forPeople[people.length > 1 ? 2 : minutes === 1 ? 0 : 1]
      .replace('1111', String(people.length))
      .replace('2222', String(minutes));
  };

  const tell = (note, { contact, said, why, manner, by, minutes }) => {
    const [oneMinute, manyMinutes] = wordsOf(note, 'minutes');
    const [byWhom] = wordsOf(note, 'manner');
    write(note, 'name', contact.name);
    write(note, 'from', [contact.company, contact.place].filter(Boolean).join(', '));
    write(note, 'minutes', minutes === 1 ? oneMinute : manyMinutes.replace('2222', String(minutes)));
    write(note, 'said', said?.text.replace(/\s+/g, ' '));
    write(note, 'why', why[root.lang]);
    write(note, 'manner', `${manner[root.lang]} ${by ? byWhom.replace('#', firstName(by.name)) : ''}`);
  };

  const fill = (today, daily) => {
    const day = look();
    if (!day) return;
    const people = daily?.people ?? [];
    const isEmpty =
      people.length === 0 &&
      (daily?.yesterday ?? []).length === 0 &&
      today.counts.open === 0 &&
      today.waiting.length === 0 &&
      today.receivedYesterday === 0 &&
      today.failed.length === 0;
    write(day, 'lead', leadOf(day, people, today.counts.waiting));
    if (people.length === 0 && !isEmpty) return;
    slot(day, 'waiting').remove();
    slot(day, 'empty').hidden = !isEmpty;
    const list = slot(day, 'people');
    const note = list.firstElementChild;
    for (const person of people) {
      const told = note.cloneNode(true);
      tell(told, person);
      list.append(told);
    }
    note.remove();
    list.hidden = people.length === 0;
  };

  // The letters are set in a font of ours: what is written before it is there would move when it comes.
  const font = Promise.race([
    document.fonts.load('1em "Source Serif 4 Variable"'),
    new Promise((resolve) => setTimeout(resolve, 1_000)),
  ]).catch(() => {});
  window.firstDay
    ?.then(async ({ me, workspace, answers }) => {
      greet(me, workspace);
      const [today, daily] = await answers;
      await font;
      fill(today, daily);
    })
    .catch(() => {})
    // The app (app/begin.ts) waits a little for this before it takes the processor.
    .then(() => document.dispatchEvent(new Event('first-day-painted')));
})();
