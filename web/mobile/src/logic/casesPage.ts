// What the lists of cases have in common: choosing which list, fetching it when the page is shown,
// and again when news arrive.
import { ref, watch } from 'vue'
import { onHide, onShow, onUnload } from '@dcloudio/uni-app'
import { subscribe } from '@/api/live'
import type { Page } from '@/api/types'
import { ensureCity } from '@/stores/city'
import { ensureSession, session } from '@/stores/session'
import { usePages } from './pages'

interface Cases<Card> {
  fetch: (queue: string, cursor?: string) => Promise<Page<Card>>
  /** The list a person sees first. */
  first: () => string
  /** What else is fetched along with the list. */
  also?: () => Promise<void>
}

export function useCasesPage<Card>(of: Cases<Card>) {
  const queue = ref('')
  const list = usePages<Card>((cursor) => of.fetch(queue.value, cursor))

  function choose(name: string) {
    queue.value = name
    list.clear()
    void list.load()
  }

  function load() {
    void of.also?.()
    void list.load()
  }

  let unsubscribe: (() => void) | undefined
  // The page may be left while the session is still asked for; then nothing may listen in its name.
  let shown = false

  function leave() {
    shown = false
    unsubscribe?.()
    unsubscribe = undefined
  }

  async function enter() {
    shown = true
    ensureCity().catch(() => undefined)
    await ensureSession()
    if (!shown) return
    if (!session.person) return list.clear()
    queue.value ||= of.first()
    unsubscribe ??= subscribe(load)
    load()
  }

  // Somebody else signing in on this phone starts from that person's first list.
  watch(() => session.person?.id, () => (queue.value = ''))
  onShow(enter)
  onHide(leave)
  onUnload(leave)

  return { queue, list, choose }
}
