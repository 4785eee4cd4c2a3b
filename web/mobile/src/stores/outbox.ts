// Messages that were sent without a network. They wait on the phone, can be changed or withdrawn, and
// go by themselves when the network is back; each goes once, and only as the person who wrote it.
import { reactive, watch } from 'vue'
import { ApiError } from '@/api/http'
import { tellAll } from '@/api/live'
import { definite } from '@/logic/attempt'
import { draftIsEmpty, dropDraft, loadDraft, piecesInUse, saveDraft, type Draft } from '@/logic/draft'
import { sweepMedia } from '@/logic/media'
import { troubleOf } from '@/logic/problem'
import { deliver, forget } from '@/logic/sending'
import { onStoredElsewhere } from '@/logic/tabs'
import { uuid } from '@/logic/uuid'
import { network } from './network'
import { ensureSession, session } from './session'

export interface Waiting {
  slot: string
  deputy: string
  name: string
  /** The version of the notice that was agreed to. */
  notice: string
  at: string
  /** Who wrote it, if somebody was signed in: it goes under no other name. */
  person?: number
  why: 'network' | 'sign_in' | 'refused'
  /** What the server had against it. */
  text?: string
}

const NAME = 'mashang.outbox'
const AGAIN_MS = 30_000

export const outbox = reactive({
  items: [] as Waiting[],
  /** What went by itself since the page was opened, for the person to be told. */
  gone: [] as { id?: number; name: string }[],
})

// Being changed right now, so it does not go meanwhile.
const held = new Set<string>()
let busy = false

const keep = () => uni.setStorageSync(NAME, JSON.stringify(outbox.items))

function stored(): Waiting[] {
  try {
    return JSON.parse(uni.getStorageSync(NAME) || '[]') as Waiting[]
  } catch {
    return []
  }
}

export const waitingAt = (slot: string) => outbox.items.find((item) => item.slot === slot)

/** Moves a draft into the outbox; one that is there already stays under its name. False: the phone
 *  has no room for it, and nothing has changed. */
export function putIntoOutbox(slot: string, draft: Draft, deputy: string, notice: string): boolean {
  const known = waitingAt(slot)
  const own = known?.slot ?? `waiting-${uuid()}`
  // Two tabs may see the network come back at once; under one key the server takes it once.
  draft.key ??= uuid()
  if (!saveDraft(own, draft)) return false
  if (own !== slot) dropDraft(slot)
  const item: Waiting = {
    slot: own,
    deputy,
    name: draft.name,
    notice,
    at: new Date().toISOString(),
    ...(session.person && { person: session.person.id }),
    why: 'network',
  }
  if (known) Object.assign(known, item, { text: undefined })
  else outbox.items.push(item)
  keep()
  return true
}

function remove(slot: string) {
  outbox.items = outbox.items.filter((item) => item.slot !== slot)
  keep()
}

export function hold(slot: string) {
  held.add(slot)
}

export function release(slot: string) {
  held.delete(slot)
}

export async function withdrawWaiting(slot: string) {
  const draft = loadDraft(slot)
  remove(slot)
  await forget(slot, draft)
}

/** Went by hand from its page, so nothing waits any more. */
export const leftByHand = remove

async function attempt(item: Waiting) {
  const draft = loadDraft(item.slot)
  // Another tab was faster.
  if (draftIsEmpty(draft)) return remove(item.slot)
  try {
    const sent = await deliver(item.slot, draft, item.deputy, item.notice)
    remove(item.slot)
    outbox.gone.push({ name: item.name, ...(typeof sent === 'object' && { id: sent.id }) })
    tellAll()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.status === 401) item.why = 'sign_in'
    else if (definite(error.status)) {
      item.why = 'refused'
      item.text = troubleOf(error).text
    }
    keep()
  }
}

function ready(item: Waiting): boolean {
  if (held.has(item.slot) || item.why === 'refused') return false
  const mine = session.person && (item.person === undefined || item.person === session.person.id)
  item.why = mine ? 'network' : 'sign_in'
  return Boolean(mine)
}

/** Tries all that wait. Harmless at any time: what can't go stays. */
export async function sendWaiting() {
  if (busy || network.offline || outbox.items.length === 0) return
  busy = true
  try {
    await ensureSession()
    // Without an answer about the session nobody knows whether to ask for signing in.
    if (!session.ready) return
    for (const item of outbox.items.filter(ready)) await attempt(item)
    keep()
  } finally {
    busy = false
  }
}

export function startOutbox() {
  outbox.items = stored()
  onStoredElsewhere(NAME, () => (outbox.items = stored()))
  void sweepMedia(piecesInUse())
  watch([() => network.offline, () => session.person?.id], () => void sendWaiting())
  setInterval(() => void sendWaiting(), AGAIN_MS)
  void sendWaiting()
}
