// What a page must not see: a mini-program has neither a document nor a fetch, and it must not live on
// what node has by chance. The package below the pages needs some of it, so the caller decides.
// Invariant: for our own packages these names are undefined; for everybody else nothing changes.
const ABSENT = [
  'window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'fetch', 'Request',
  'XMLHttpRequest', 'EventSource', 'WebSocket', 'crypto', 'URL', 'URLSearchParams', 'FormData', 'Blob',
  'File', 'TextEncoder', 'TextDecoder', 'AbortController', 'structuredClone', 'process', 'Buffer', 'Intl',
]

function calledFrom(root, getter) {
  const kept = Error.stackTraceLimit
  const place = {}
  Error.stackTraceLimit = 1
  Error.captureStackTrace(place, getter)
  const { stack } = place
  Error.stackTraceLimit = kept
  return stack.includes(root)
}

export function hideFromPages(root) {
  for (const name of ABSENT) {
    let value = globalThis[name]
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: function absent() {
        return calledFrom(root, absent) ? undefined : value
      },
      set: (next) => (value = next),
    })
  }
}

/** An app that is closed has no clocks any more; `kept` is told of each that its pages start. */
export function watchClocks(root, kept) {
  for (const [name, end] of [['setTimeout', clearTimeout], ['setInterval', clearInterval]]) {
    const start = globalThis[name]
    globalThis[name] = function started(...words) {
      const clock = start(...words)
      if (calledFrom(root, started)) kept(() => end(clock))
      return clock
    }
  }
}
