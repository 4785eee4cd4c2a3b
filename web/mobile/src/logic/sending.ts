// Handing a written message to the server: first what goes with it, then the message, under a key
// that stays until the server has decided. Whoever sends it again, by hand or by itself, sends it once.
import { api } from '@/api/client'
import { ApiError } from '@/api/http'
import type { CaseRef } from '@/api/types'
import { definite } from './attempt'
import { dropDraft, fieldErrors, newMessage, saveDraft, type Draft } from './draft'
import { dropMedia } from './media'
import { bringAll, bringAnew } from './uploads'
import { uuid } from './uuid'

/** An earlier sending of this message, whose answer got lost, had reached the server after all. */
export const ARRIVED = 'arrived'

/** Forgets a message that the server has, with all that was kept for it. */
export async function forget(slot: string, draft: Draft) {
  dropDraft(slot)
  await dropMedia(draft.pieces)
}

function refused(error: unknown, draft: Draft) {
  if (!(error instanceof ApiError)) return
  if (definite(error.status)) draft.key = undefined
  if (fieldErrors(error.problem).attachments) bringAnew(draft.pieces)
}

/** Throws what the server or the network had against it; the draft is kept then. */
export async function deliver(
  slot: string,
  draft: Draft,
  deputy: string,
  notice: string,
): Promise<CaseRef | typeof ARRIVED> {
  try {
    await bringAll(draft.pieces)
    draft.key ??= uuid()
    // The key is stored before the request leaves: a page that dies meanwhile still knows it.
    saveDraft(slot, draft)
    const sent = await api.send(newMessage(draft, deputy, notice), draft.key)
    await forget(slot, draft)
    return sent
  } catch (error) {
    if (error instanceof ApiError && error.problem.code === 'idempotency_key_reused') {
      await forget(slot, draft)
      return ARRIVED
    }
    refused(error, draft)
    saveDraft(slot, draft)
    throw error
  }
}
