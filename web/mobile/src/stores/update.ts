// The pages as an installed program: a service worker keeps them for times without a network, and a new
// version waits until the person agrees. Every change of a draft is stored at once, so none is lost.
import { reactive } from 'vue'

export const update = reactive({ ready: false })

let takeOver = () => undefined as void

function offer(worker: ServiceWorker | null) {
  // The very first worker replaces nothing.
  if (!worker || !navigator.serviceWorker.controller) return
  update.ready = true
  takeOver = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
    worker.postMessage('take over')
  }
}

function watchFor(registration: ServiceWorkerRegistration) {
  offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => worker.state === 'installed' && offer(worker))
  })
}

function startWorker() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () =>
    navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`).then(watchFor).catch(() => undefined)
  // What the pages need first comes first.
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', register)
}

export function startUpdates() {
  // #ifdef H5
  startWorker()
  // #endif
  // #ifndef H5
  const manager = uni.getUpdateManager()
  manager.onUpdateReady(() => (update.ready = true))
  takeOver = () => manager.applyUpdate()
  // #endif
}

export function startUpdate() {
  takeOver()
}
