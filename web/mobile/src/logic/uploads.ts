// Bringing the pieces of a draft to the server, one after the other, each once: a piece that is on its
// way is not started again, and one that is there keeps its number.
import { reactive } from 'vue'
import { ApiError } from '@/api/http'
import { upload } from '@/api/upload'
import { t } from '@/i18n'
import { mediaSource, type Piece } from './media'
import { troubleOf } from './problem'
import { uuid } from './uuid'

export interface Upload {
  percent: number
  busy: boolean
  /** Why it did not arrive, for a person to read. */
  trouble?: string
}

/** How each piece is doing, by its key. */
export const uploads = reactive<Record<string, Upload>>({})

const running = new Map<string, Promise<void>>()
let line: Promise<unknown> = Promise.resolve()

function why(error: unknown): string {
  const lost = error instanceof ApiError && error.problem.code === 'lost'
  return lost ? t('media.lost') : troubleOf(error).text
}

async function bring(piece: Piece) {
  const { key } = piece
  uploads[key] = { percent: 0, busy: true }
  try {
    const source = await mediaSource(piece)
    if (!source) throw new ApiError(410, { code: 'lost' })
    const taken = await upload(source, piece.again ?? key, (percent) => (uploads[key].percent = percent))
    piece.id = taken.id
    piece.seconds = taken.seconds ?? piece.seconds
    delete uploads[key]
  } catch (error) {
    uploads[key] = { percent: 0, busy: false, trouble: why(error) }
    throw error
  }
}

/** Fails with the reason; the piece stays, and may be tried again. */
export function bringPiece(piece: Piece): Promise<void> {
  if (piece.id !== undefined) return Promise.resolve()
  const known = running.get(piece.key)
  if (known) return known
  const turn = line.then(() => bring(piece)).finally(() => running.delete(piece.key))
  running.set(piece.key, turn)
  line = turn.catch(() => undefined)
  return turn
}

export async function bringAll(pieces: Piece[]) {
  for (const piece of pieces) await bringPiece(piece)
}

/** The server does not know these any more, or not as this person's: they have to go up anew. */
export function bringAnew(pieces: Piece[]) {
  for (const piece of pieces) {
    piece.id = undefined
    piece.again = uuid()
  }
}
