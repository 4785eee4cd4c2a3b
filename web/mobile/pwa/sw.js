// Keeps the pages' own files for times without a network, all of one version or none. What the server
// answers is never kept, but for the few facts about the city that are the same for everybody.
// VERSION and FILES are filled in by the build.
const VERSION = '__VERSION__'
const FILES = __FILES__
const PAGES = `mashang-pages-${VERSION}`
const FACTS = 'mashang-facts'
const KEPT_FACTS = ['/api/v1/city', '/api/v1/vocabulary', '/api/v1/city/outline']
const BASE = '/m/'

// Push notices have a file of their own.
importScripts(`${BASE}static/sw-push.js`)

async function keepPages() {
  const cache = await caches.open(PAGES)
  // Not from the browser's own store: that may still hold the version before.
  await cache.addAll(FILES.map((name) => new Request(BASE + name, { cache: 'no-cache' })))
}

/** The pages have asked for these before they were kept; one that fails now is kept another time. */
async function keepFacts() {
  const cache = await caches.open(FACTS)
  await Promise.all(KEPT_FACTS.map((path) => cache.add(path).catch(() => undefined)))
}

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([keepPages(), keepFacts()]))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith('mashang-pages-') && name !== PAGES))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

// A new version waits until the person agrees to it.
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting()
})

async function page(request, name) {
  const cache = await caches.open(PAGES)
  return (await cache.match(BASE + name)) ?? fetch(request)
}

/** From the network while there is one; what was heard last, when there is none. */
async function fact(request) {
  const cache = await caches.open(FACTS)
  try {
    const answer = await fetch(request)
    if (answer.ok) await cache.put(request, answer.clone())
    return answer
  } catch (error) {
    const kept = await cache.match(request, { ignoreVary: true })
    if (kept) return kept
    throw error
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (KEPT_FACTS.includes(pathname)) return event.respondWith(fact(request))
  if (!pathname.startsWith(BASE)) return
  const name = pathname.slice(BASE.length) || 'index.html'
  if (FILES.includes(name)) event.respondWith(page(request, name))
})
