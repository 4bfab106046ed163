// The page's service worker: keeps what the page loads, shows it where no network is, and takes shared photos.
// It answers nothing that is about a photo: those go to the service, or nowhere.

const VERSION = new URL('.', location.href).pathname;
const SHARED = 'shared';
const ROOT = registration.scope;
const STYLES = new URL('styles', ROOT).href;
/**
 * What the page loads with the first photo, or later: kept once a photo came, so that a mere visit stays small; of
 * libheif, only what was needed.
 */
const LATER = [
  'actions.js', 'address.js', 'album.js', 'camera.js', 'compare.js', 'compass.js', 'controls.js', 'curl.js', 'edits.js',
  'eyes.js', 'facts.js', 'film.js', 'foreign.js', 'gif.js', 'hand.js', 'heads.js', 'heic.js', 'heicworker.js', 'key.js',
  'layer.js', 'livefaces.js', 'lzw.js', 'menu.js', 'moment.js', 'options.js', 'own.js', 'ownpanel.js', 'paint.js',
  'photo.js', 'picks.js', 'picture.js', 'plate.js', 'profile.js', 'random.js', 'recorder.js', 'rolls.js', 'save.js',
  'sheet.js', 'styles.js', 'undo.js', 'upload.js', 'words.js', 'work.js', 'zip.js',
];

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(keepShell());
});

async function keepShell() {
  const cache = await caches.open(VERSION);
  const page = await fetch(ROOT);
  const html = await page.clone().text();
  const parts = [...html.matchAll(/"(page\/[^"]+)"/g)].map(([, path]) => new URL(path, ROOT).href);
  await cache.put(ROOT, page);
  await cache.addAll([...new Set(parts), STYLES]);
}

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== VERSION && name !== SHARED).map((name) => caches.delete(name)));
    await clients.claim();
  })());
});

addEventListener('message', (event) => {
  event.waitUntil(keepLater());
});

async function keepLater() {
  const cache = await caches.open(VERSION);
  const kept = new Set((await cache.keys()).map(({url}) => url));
  await cache.addAll(LATER.map((name) => new URL(name, location.href).href).filter((url) => !kept.has(url)));
}

addEventListener('fetch', (event) => {
  const {request} = event;
  const {href, pathname, origin} = new URL(request.url);
  if (origin !== location.origin) {
    return;
  }
  if (request.method === 'POST' && href === new URL('share', ROOT).href) {
    event.respondWith(takeShared(request));
  } else if (request.method === 'GET' && pathname.startsWith(VERSION)) {
    event.respondWith(kept(request));
  } else if (request.method === 'GET' && (href.split(/[?#]/)[0] === ROOT || href.startsWith(STYLES))) {
    event.respondWith(fresh(request));
  }
});

/** What never changes: from here, else from there, and kept. */
async function kept(request) {
  const cache = await caches.open(VERSION);
  return await cache.match(request) ?? keep(cache, request, await fetch(request));
}

/** What may change: from there, and from here without a network. */
async function fresh(request) {
  const cache = await caches.open(VERSION);
  try {
    return await keep(cache, request, await fetch(request));
  } catch {
    return await cache.match(request, {ignoreSearch: true}) ?? Response.error();
  }
}

async function keep(cache, request, answer) {
  if (answer.ok) {
    await cache.put(request.mode === 'navigate' ? ROOT : request, answer.clone());
  }
  return answer;
}

/** Photos from a phone's share menu wait until the page asks for them. */
async function takeShared(request) {
  const form = await request.formData();
  const cache = await caches.open(SHARED);
  await Promise.all(form.getAll('photos').map((photo, index) => {
    const headers = {'Content-Type': photo.type, 'X-Name': encodeURIComponent(photo.name)};
    return cache.put(new URL(`shared/${index}`, ROOT), new Response(photo, {headers}));
  }));
  return Response.redirect(new URL('?shared', ROOT), 303);
}
