// What to say when the server did not do what was asked.
// Invariant: the words of a refusal are the server's; ours are only for silence and overload.
import type { ComposerTranslation } from 'vue-i18n'
import { ApiError } from '@/api/client'
import type { Basis } from '@/api/types'
import { say } from '@/lib/words'

export interface Failure {
  text: string
  basis?: Basis
}

export function failureOf(error: unknown, t: ComposerTranslation): Failure {
  if (!(error instanceof ApiError)) return { text: t('failure.unknown') }
  if (error.offline) return { text: t('failure.offline') }
  if (error.status === 429) return { text: t('failure.busy', { seconds: error.retryAfter ?? 30 }) }
  if (error.status === 413) return { text: t('failure.too_large') }
  if (error.status >= 500) return { text: t('failure.server') }
  const words = say(error.problem?.text) || error.problem?.detail
  if (error.status === 401 && !words) return { text: t('failure.signed_out') }
  if (error.status === 404 && !words) return { text: t('failure.not_found') }
  return { text: words || t('failure.unknown'), basis: error.problem?.basis }
}
