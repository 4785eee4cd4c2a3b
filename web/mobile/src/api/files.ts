// Pictures of the server where an <image> brings no cookies: they are fetched first, and shown from
// the phone. Invariant: each is fetched once while the app runs.
import { ref, watchEffect } from 'vue'
import { headersFor } from './http'
import { ORIGIN } from './server'

const copies = new Map<string, Promise<string>>()

function fetchFile(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    uni.downloadFile({
      url,
      header: headersFor({ method: 'GET' }),
      success: (answer) =>
        answer.statusCode === 200 ? resolve(answer.tempFilePath) : reject(new Error(url)),
      fail: () => reject(new Error(url)),
    })
  })
}

/** The path of the copy; anything that is not our server's is its own. */
export function localCopy(url: string): Promise<string> {
  if (!ORIGIN || !url.startsWith(ORIGIN)) return Promise.resolve(url)
  const known = copies.get(url)
  if (known) return known
  const copy = fetchFile(url)
  copies.set(url, copy)
  // What could not be fetched is tried again when it is shown again.
  copy.catch(() => copies.delete(url))
  return copy
}

export function useLocalCopy(url: () => string) {
  const path = ref('')
  watchEffect(() => {
    const wanted = url()
    const show = (found: string) => wanted === url() && (path.value = found)
    localCopy(wanted).then(show, () => show(''))
  })
  return path
}
