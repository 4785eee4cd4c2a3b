// From an error to the sentence a person reads, and to what the page must do next.
import { ApiError } from '@/api/http'
import type { TimelineEntry } from '@/api/types'
import { pick, t } from '@/i18n'

export interface Trouble {
  text: string
  basis?: string
  changes?: TimelineEntry[]
  /** Someone was faster: the page has to fetch what it shows anew. */
  stale?: boolean
  signedOut?: boolean
}

function sentence(error: ApiError, reading: boolean): string {
  const { problem, status } = error
  if (status === 0) return t(reading ? 'problem.read' : 'problem.offline')
  if (status === 412) return t('message.changed')
  if (status === 429 && error.retryAfterSeconds) {
    return t('problem.busy', { n: error.retryAfterSeconds })
  }
  if (problem.text) return pick(problem.text)
  if (status === 404) return t('problem.missing')
  if (status === 413) return t('problem.tooLarge')
  return t(status >= 500 ? 'problem.server' : 'problem.other')
}

export function troubleOf(error: unknown, reading = false): Trouble {
  if (!(error instanceof ApiError)) return { text: t('problem.other') }
  const { problem, status } = error
  return {
    text: sentence(error, reading),
    ...(problem.basis && { basis: pick(problem.basis.title) }),
    ...(status === 412 && { stale: true, changes: problem.changes ?? [] }),
    ...(status === 401 && { signedOut: true }),
  }
}
