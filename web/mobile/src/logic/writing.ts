// Writing a message: the draft, kept with every change, and its sending, safe to repeat. Without a
// network it goes into the outbox instead.
import { reactive, watch } from 'vue'
import { api } from '@/api/client'
import { ApiError } from '@/api/http'
import type { OpenMatter, Text2 } from '@/api/types'
import { t } from '@/i18n'
import { city, ensureCity } from '@/stores/city'
import { network } from '@/stores/network'
import { hold, leftByHand, putIntoOutbox, release, waitingAt } from '@/stores/outbox'
import { ensureSession, session } from '@/stores/session'
import * as drafts from './draft'
import { dropMedia } from './media'
import { troubleOf, type Trouble } from './problem'
import { ARRIVED, deliver } from './sending'
import { bringPiece } from './uploads'

// Characters, each of which takes up to a dozen letters in an address.
const SIMILAR_MAX = 200

/** What became of sending: the number it has, or where it is instead. */
export type Outcome = { id: number } | 'waiting' | 'arrived' | 'sign in' | undefined

export function useWriting() {
  const state = reactive({
    slot: '',
    deputy: '',
    draft: drafts.emptyDraft(),
    restored: false,
    /** It was sent or cleared in another tab. */
    elsewhere: false,
    /** The station to turn to, where the deputy takes no messages any more. */
    instead: '',
    agreed: false,
    mustAgree: false,
    busy: false,
    matters: [] as OpenMatter[],
    errors: {} as Record<string, Text2>,
    trouble: undefined as Trouble | undefined,
  })

  watch(
    () => state.draft,
    (draft) => state.slot && drafts.saveDraft(state.slot, draft),
    { deep: true },
  )

  let unfollow = () => undefined as void

  /** Two tabs show one draft; else each would send what it has, and the deputy read it twice. */
  function follow(now: drafts.Draft) {
    if (JSON.stringify(now) === JSON.stringify(state.draft)) return
    state.elsewhere = drafts.draftIsEmpty(now) && !drafts.draftIsEmpty(state.draft)
    state.draft = { ...now, name: now.name || state.draft.name }
    state.restored = false
  }

  /** Opens the draft for a deputy, or a message that waits for the network, to be changed. */
  async function open(deputy: string, waiting?: string) {
    const slot = waiting ?? deputy
    state.draft = drafts.loadDraft(slot)
    state.restored = !waiting && !drafts.draftIsEmpty(state.draft)
    state.deputy = deputy
    state.slot = slot
    state.elsewhere = false
    unfollow()
    unfollow = drafts.followDraft(slot, follow)
    if (waiting) hold(waiting)
    const text = waitingAt(slot)?.text
    if (text) state.trouble = { text }
    const found = await api.deputy(deputy).catch(() => undefined)
    if (found) state.draft.name = found.name
    // R1: who takes no messages any more has a station that does; what was written stays here.
    if (found && found.status !== 'active') state.instead = found.station.code
    await ensureSession()
    bringWhatWaits()
  }

  function close() {
    release(state.slot)
    unfollow()
    // Nothing is written any more: a later change of this object is nobody's.
    state.slot = ''
  }

  /** Photos chosen before signing in, or without a network, go up as soon as they can. */
  function bringWhatWaits() {
    if (!session.person || network.offline) return
    for (const piece of state.draft.pieces) bringPiece(piece).catch(() => undefined)
  }

  watch([() => session.person?.id, () => network.offline, () => state.draft.pieces.length], bringWhatWaits)

  function discard() {
    void dropMedia(state.draft.pieces)
    state.draft = { ...drafts.emptyDraft(), name: state.draft.name }
    state.restored = false
    state.errors = {}
    state.trouble = undefined
    state.matters = []
  }

  /** Asks for open matters like this one; none when nobody can say. */
  async function findSimilar() {
    if (!session.person || network.offline) return
    const { content, position } = state.draft
    // It goes in an address, and those have a limit; the beginning says what the matter is.
    const text = [...`${content.where} ${content.what}`.trim()].slice(0, SIMILAR_MAX).join('')
    const found = await api.matters({ deputy: state.deputy, text, ...position }).catch(() => undefined)
    state.matters = found?.items ?? []
    const still = state.matters.some(({ id }) => id === state.draft.joins)
    if (state.draft.joins && !still) state.draft.joins = undefined
  }

  function refused(error: unknown): Outcome {
    if (!(error instanceof ApiError)) throw error
    if (error.offline && city.facts) return wait()
    state.errors = drafts.fieldErrors(error.problem)
    const marked = Object.keys(state.errors).length
    state.trouble = marked ? { text: t('write.fix', { n: marked }) } : troubleOf(error)
    return error.status === 401 ? 'sign in' : undefined
  }

  const notice = () => city.facts?.notice.version ?? ''

  function wait(): Outcome {
    if (!putIntoOutbox(state.slot, state.draft, state.deputy, notice())) {
      state.trouble = { text: t('write.full') }
      return undefined
    }
    close()
    return 'waiting'
  }

  async function deliverNow(): Promise<Outcome> {
    const { slot } = state
    const sent = await deliver(slot, state.draft, state.deputy, notice())
    close()
    leftByHand(slot)
    return sent === ARRIVED ? 'arrived' : { id: sent.id }
  }

  async function send(): Promise<Outcome> {
    if (state.busy) return undefined
    state.busy = true
    state.trouble = undefined
    state.errors = {}
    try {
      // The notice comes with the city's facts; nobody can agree to what was not shown.
      await ensureCity()
      state.mustAgree = !state.agreed
      if (state.mustAgree) return undefined
      if (network.offline) return wait()
      await ensureSession()
      return session.person || !session.ready ? await deliverNow() : 'sign in'
    } catch (error) {
      return refused(error)
    } finally {
      state.busy = false
    }
  }

  return { state, open, close, discard, findSimilar, send }
}

export type Writing = ReturnType<typeof useWriting>
