// Keeps the app's own files at hand. Never an answer of the API: what people wrote stays on the server.
const CACHE = 'passaparola-2';
const OFFLINE = ['/offline.html', '/offline.css', '/start.js', '/mark.svg'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(OFFLINE))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// Files with a hash in their name never change: the first copy is good for ever. The oldest go when there are many.
const MOST = 200;
const fromAssets = async (request) => {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
    const assets = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/assets/'));
    await Promise.all(assets.slice(0, Math.max(0, assets.length - MOST)).map((old) => cache.delete(old)));
  }
  return response;
};

const fromOffline = async (request) => {
  try {
    return await fetch(request);
  } catch {
    const cache = await caches.open(CACHE);
    const kept =
      request.mode === 'navigate' ? await cache.match('/offline.html') : await cache.match(request);
    return kept ?? Response.error();
  }
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (address.pathname.startsWith('/assets/')) event.respondWith(fromAssets(request));
  else if (request.mode === 'navigate' && !address.pathname.startsWith('/api/'))
    event.respondWith(fromOffline(request));
  else if (OFFLINE.includes(address.pathname)) event.respondWith(fromOffline(request));
});

// A notice of an alert: encrypted for this browser alone, and shown as it comes.
self.addEventListener('push', (event) => {
  let notice = { title: 'Passaparola', text: '', link: '/' };
  try {
    notice = { ...notice, ...event.data.json() };
  } catch {
    // Without words there is still something to say: that there is something to see.
  }
  event.waitUntil(
    self.registration.showNotification(notice.title, {
      body: notice.text,
      icon: '/mark.svg',
      tag: notice.link,
      data: { link: notice.link },
    }),
  );
});

// Only addresses of this house are opened, in the window that is there if there is one.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const address = new URL(event.notification.data?.link ?? '/', location.origin);
  if (address.origin !== location.origin) return;
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then(async (windows) => {
      const open = windows.find(({ url }) => new URL(url).origin === location.origin);
      if (!open) return self.clients.openWindow(address.href);
      await open.focus();
      return open.navigate(address.href);
    }),
  );
});
