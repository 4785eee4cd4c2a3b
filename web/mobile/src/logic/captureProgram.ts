// Photos, films and recordings as a mini-program takes them.
import type { Capture, Photos, Recorder } from './capture'
import { FILM_MAX_BYTES, FILM_MAX_S, PHOTO_MAX_BYTES, RECORDING_MAX_S } from './limits'
import type { Kind, Piece } from './media'
import { NotAllowed, notAllowed } from './permission'
import { uuid } from './uuid'

function kept(kind: Kind, tempPath: string, seconds?: number): Promise<Piece> {
  const piece = (path: string): Piece => ({
    key: uuid(),
    kind,
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    ...(seconds !== undefined && { seconds }),
  })
  return new Promise((resolve) => {
    uni.saveFile({
      tempFilePath: tempPath,
      success: ({ savedFilePath }) => resolve(piece(savedFilePath)),
      // Too much is kept already: the passing file does until the program is closed.
      fail: () => resolve(piece(tempPath)),
    })
  })
}

function choosePhotos(): Promise<Photos> {
  return new Promise((resolve, reject) => {
    uni.chooseImage({
      sizeType: ['compressed'],
      success: async (chosen) => {
        const files = ([] as { path: string; size: number }[]).concat(chosen.tempFiles as never)
        const fit = files.filter(({ size }) => size <= PHOTO_MAX_BYTES)
        const pieces = await Promise.all(fit.map(({ path }) => kept('photo', path)))
        resolve({ pieces, tooLarge: files.length - fit.length })
      },
      fail: (error) =>
        notAllowed(error) ? reject(new NotAllowed()) : resolve({ pieces: [], tooLarge: 0 }),
    })
  })
}

function chooseFilm(): Promise<Piece | 'too large' | undefined> {
  return new Promise((resolve, reject) => {
    uni.chooseMedia({
      count: 1,
      mediaType: ['video'],
      maxDuration: FILM_MAX_S,
      success: async ({ tempFiles: [film] }) => {
        if (film.size > FILM_MAX_BYTES) resolve('too large')
        else resolve(await kept('video', film.tempFilePath, Math.round(film.duration)))
      },
      fail: (error) => (notAllowed(error) ? reject(new NotAllowed()) : resolve(undefined)),
    })
  })
}

const canRecord = () => true

function record(onEnd: () => void): Promise<Recorder> {
  const machine = uni.getRecorderManager()
  const ended = new Promise<{ tempFilePath: string; duration?: number }>((resolve) => {
    machine.onStop((made) => {
      resolve(made)
      onEnd()
    })
  })
  const recorder: Recorder = {
    cancel: () => machine.stop(),
    stop: async () => {
      machine.stop()
      const { tempFilePath, duration } = await ended
      return kept('audio', tempFilePath, duration && Math.round(duration / 1000))
    },
  }
  return new Promise((resolve, reject) => {
    machine.onStart(() => resolve(recorder))
    machine.onError(() => reject(new NotAllowed()))
    machine.start({ duration: RECORDING_MAX_S * 1000, format: 'mp3' })
  })
}

export const programCapture: Capture = { choosePhotos, chooseFilm, canRecord, record }
