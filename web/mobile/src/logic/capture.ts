// Taking something along: photos, a film, a recording. What the phone hands over comes out as pieces
// that are kept on the phone already.
// #ifdef H5
import { browserCapture } from './captureBrowser'
// #endif
// #ifndef H5
import { programCapture } from './captureProgram'
// #endif
import type { Piece } from './media'

export interface Recorder {
  /** The piece, or nothing when there was nothing to hear. */
  stop: () => Promise<Piece | undefined>
  cancel: () => void
}

export interface Photos {
  pieces: Piece[]
  /** How many were left out, because the phone could not make them small enough to send. */
  tooLarge: number
}

export interface Capture {
  choosePhotos: () => Promise<Photos>
  /** Too large is said before anybody waits for an upload in vain. */
  chooseFilm: () => Promise<Piece | 'too large' | undefined>
  canRecord: () => boolean
  record: (onEnd: () => void) => Promise<Recorder>
}

let ways: Capture
// #ifdef H5
ways = browserCapture
// #endif
// #ifndef H5
ways = programCapture
// #endif

export const capture: Capture = {
  choosePhotos: () => ways.choosePhotos(),
  chooseFilm: () => ways.chooseFilm(),
  canRecord: () => ways.canRecord(),
  record: (onEnd) => ways.record(onEnd),
}
