// Photos, films and recordings as a browser takes them.
import type { Capture, Photos, Recorder } from './capture'
import { chooseFiles } from './chooseFiles'
import { FILM_MAX_BYTES, PHOTO_MAX_BYTES } from './limits'
import type { Kind, Piece } from './media'
import { keepMedia } from './mediaBrowser'
import { shrunk } from './shrink'
import { uuid } from './uuid'

const ENDINGS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'audio/mp4': 'm4a',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
}

async function kept(kind: Kind, blob: Blob, name: string, seconds?: number): Promise<Piece> {
  const key = uuid()
  await keepMedia(key, blob)
  return { key, kind, name, ...(seconds !== undefined && { seconds }) }
}

const plainType = (type: string) => type.split(';')[0]

async function choosePhotos(): Promise<Photos> {
  const photos: Photos = { pieces: [], tooLarge: 0 }
  for (const file of await chooseFiles('image/*', true)) {
    const blob = await shrunk(file)
    const name = blob === file ? file.name : 'photo.jpg'
    if (blob.size > PHOTO_MAX_BYTES) photos.tooLarge += 1
    else photos.pieces.push(await kept('photo', blob, name))
  }
  return photos
}

async function chooseFilm(): Promise<Piece | 'too large' | undefined> {
  const [file] = await chooseFiles('video/*', false)
  if (!file) return undefined
  return file.size > FILM_MAX_BYTES ? 'too large' : kept('video', file, file.name)
}

const canRecord = () =>
  typeof MediaRecorder !== 'undefined' && Boolean(navigator.mediaDevices?.getUserMedia)

function recordingType(): string | undefined {
  const wanted = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/webm', 'audio/ogg;codecs=opus']
  return wanted.find((type) => MediaRecorder.isTypeSupported(type))
}

async function record(onEnd: () => void): Promise<Recorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const mimeType = recordingType()
  const machine = new MediaRecorder(stream, mimeType ? { mimeType } : undefined)
  const parts: Blob[] = []
  const started = Date.now()
  machine.ondataavailable = ({ data }) => data.size && parts.push(data)
  const ended = new Promise<void>((resolve) => {
    machine.onstop = () => {
      for (const track of stream.getTracks()) track.stop()
      resolve()
      onEnd()
    }
  })
  machine.start(1000)
  const end = () => machine.state !== 'inactive' && machine.stop()
  return {
    cancel: end,
    stop: async () => {
      const seconds = Math.round((Date.now() - started) / 1000)
      end()
      await ended
      const type = plainType(machine.mimeType || mimeType || 'audio/webm')
      const blob = new Blob(parts, { type })
      if (!blob.size) return undefined
      return kept('audio', blob, `recording.${ENDINGS[type] ?? 'webm'}`, seconds)
    },
  }
}

export const browserCapture: Capture = { choosePhotos, chooseFilm, canRecord, record }
