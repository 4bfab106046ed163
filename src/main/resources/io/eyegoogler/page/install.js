// The page as an app: a worker keeps the shell for days without a network, and takes photos from a share menu.

/** Where the worker leaves photos that were shared, as it calls them. */
const SHARED = 'shared';

/** Registers the worker, where the browser has one, and gives photos that were shared with the app to `onPhotos`. */
export async function install(onPhotos) {
  if (!navigator.serviceWorker) {
    return;
  }
  try {
    const shared = new URLSearchParams(location.search).has(SHARED) ? await takeShared() : [];
    if (shared.length) {
      onPhotos(shared);
    }
    await register();
  } catch (failure) {
    // The page works without; private windows have no worker.
    console.info(`No offline shell: ${failure.message}`);
  }
}

async function register() {
  const script = new URL('worker.js', import.meta.url);
  const policy = globalThis.trustedTypes?.createPolicy('worker', {createScriptURL: () => script.href});
  await navigator.serviceWorker.register(policy ? policy.createScriptURL('') : script.href, {scope: './'});
}

async function takeShared() {
  history.replaceState(null, '', '.');
  const cache = await caches.open(SHARED);
  const keys = await cache.keys();
  return Promise.all(keys.map(async (key) => {
    const answer = await cache.match(key);
    await cache.delete(key);
    const name = decodeURIComponent(answer.headers.get('X-Name'));
    return new File([await answer.blob()], name, {type: answer.headers.get('Content-Type')});
  }));
}
