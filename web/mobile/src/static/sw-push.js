// What the service worker does with push notices: shows them, and opens the page they speak of. The
// payload is {text, url}; the address is only ever one of our own.
function noticeOf(event) {
  try {
    return event.data ? event.data.json() : {}
  } catch {
    return {}
  }
}

self.addEventListener('push', (event) => {
  const { text, url } = noticeOf(event)
  const body = text || '有新进展，请点开查看。'
  // Of several notices about one case only the last is of use.
  event.waitUntil(
    self.registration.showNotification('码上找代表', { body, tag: url, data: { url }, lang: 'zh-CN' }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const home = new URL('./', self.registration.scope)
  const wanted = new URL(event.notification.data?.url || './', home)
  const address = wanted.origin === home.origin ? wanted.href : home.href
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((open) => {
      const page = open.find((one) => one.url.startsWith(home.href))
      if (!page) return self.clients.openWindow(address)
      return page.focus().then(() => page.navigate(address))
    }),
  )
})
