// What the pages of a message, an order and a suggestion have in common: who may see it, fetching it
// again when news arrive, and doing what its view offers.
import { computed, reactive, ref, watch } from 'vue'
import { onHide, onLoad, onShow, onUnload } from '@dcloudio/uni-app'
import { subscribe } from '@/api/live'
import type { ActionView, CaseView } from '@/api/types'
import { ensureCity } from '@/stores/city'
import { ensureSession, session } from '@/stores/session'
import { askToNotify } from '@/stores/wechat'
import { useActing } from './acting'
import { formOf, offered } from './forms'
import { go, to } from './go'
import { dropKept, keptName } from './kept'
import { useLoad } from './load'

interface CaseKind<View extends CaseView> {
  kind: View['kind']
  fetch: (id: number) => Promise<View>
  address: (id: number) => string
  /** What the page does by itself whenever it has been opened. */
  opened?: () => Promise<void>
}

export function useCasePage<View extends CaseView>(of: CaseKind<View>) {
  const id = ref(0)
  const { state: loaded, load } = useLoad(() => of.fetch(id.value))
  const view = computed(() => loaded.value)
  const { state: acting, open, act, clear } = useActing(() => loaded.value, load)

  // A score has its own card with the three buttons, so it is not among the others while it is possible.
  const actions = computed(() =>
    offered(view.value?.actions ?? []).filter((one) => !(formOf(one.action).score && one.allowed)),
  )
  const possible = computed(() => actions.value.some((action) => action.allowed))
  const menu = ref(false)
  const chosen = ref<ActionView>()
  let owner: number | undefined
  const address = computed(() => of.address(id.value))

  function choose(action: ActionView) {
    menu.value = false
    if (formOf(action.action).wording) return go(to.wording(id.value, action.action))
    open()
    owner = session.person?.id
    chosen.value = action
  }

  // What was done changes where the case stands, and that is said at the top.
  function showNewState() {
    uni.pageScrollTo({ scrollTop: 0, duration: 0 })
  }

  /** Does an action at once; whether it was done. */
  async function doNow(action: ActionView, body: object) {
    const done = await act(action, body)
    if (done) showNewState()
    else if (acting.trouble?.signedOut) go(to.signIn(address.value))
    return done
  }

  function nameOfKept(action: string) {
    return keptName({ person: session.person?.id, kind: of.kind, id: id.value, action })
  }

  async function send(body: object) {
    // A refused form stays open with what was typed; the refusal is shown inside it.
    const action = chosen.value
    if (!action) return
    askToNotify()
    if (!(await doNow(action, body))) return
    chosen.value = undefined
    dropKept(nameOfKept(action.action))
  }

  // What one person has typed is not for the next who signs in on this phone.
  watch(
    () => session.person?.id,
    (person) => {
      if (person !== undefined && person !== owner) chosen.value = undefined
    },
  )

  async function refresh() {
    await load()
    await of.opened?.()
  }

  let unsubscribe: (() => void) | undefined
  // The page may be left while the session is still asked for; then nothing may listen in its name.
  let shown = false
  let asked = false

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
    if (!session.person) {
      // Once by itself; who comes back without signing in finds the button on the page.
      if (!asked) go(to.signIn(address.value))
      asked = true
      return
    }
    unsubscribe ??= subscribe((event) => {
      if (!event || event.kind !== of.kind || event.id === id.value) void load()
    })
    void refresh()
  }

  onLoad((query) => void (id.value = Number(query?.id)))
  onShow(enter)
  onHide(leave)
  onUnload(leave)

  // One object for the frame: in it the references are read as plain values.
  const page = reactive({
    id, loaded, view, acting, actions, possible, menu, chosen, address,
    choose, send, refresh,
  })
  return { page, view, act, clear, doNow, nameOfKept, address }
}

export type CasePage = ReturnType<typeof useCasePage<CaseView>>['page']
