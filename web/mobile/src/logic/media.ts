// Photos, recordings and films of a draft, kept on the phone until the server has the message: in a
// browser as blobs of its database, in a mini-program as saved files. They survive a closed page.
import type { Attachment } from '@/api/types'
// #ifdef H5
import { browserMedia } from './mediaBrowser'
// #endif
// #ifndef H5
import { programMedia } from './mediaProgram'
// #endif

export type Kind = Attachment['kind']

export interface Piece {
  /** Names it on the phone, and is the key of its upload, so that a repeated upload stays one. */
  key: string
  /** The key of its upload, once the server has forgotten what came under the first one. */
  again?: string
  kind: Kind
  name: string
  seconds?: number
  /** In a mini-program: where its file is. */
  path?: string
  /** Its number at the server, once it is there. */
  id?: number
}

export type Source = File | string

export interface MediaKeeper {
  /** What can be uploaded; nothing when the phone has lost it. */
  source: (piece: Piece) => Promise<Source | undefined>
  /** What a picture or a player can show. */
  address: (piece: Piece) => Promise<string>
  drop: (pieces: Pick<Piece, 'key' | 'path'>[]) => Promise<void>
  /** Frees what no draft needs any more: a page can die between sending and tidying up. */
  sweep: (inUse: Set<string>) => Promise<void>
}

let keeper: MediaKeeper
// #ifdef H5
keeper = browserMedia
// #endif
// #ifndef H5
keeper = programMedia
// #endif

export const mediaSource: MediaKeeper['source'] = (piece) => keeper.source(piece)
export const mediaAddress: MediaKeeper['address'] = (piece) => keeper.address(piece)
export const dropMedia: MediaKeeper['drop'] = (pieces) => keeper.drop(pieces)
export const sweepMedia: MediaKeeper['sweep'] = (inUse) => keeper.sweep(inUse)
