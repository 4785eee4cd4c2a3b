// Recordings and videos, made by ffmpeg: a test picture and a tone, with a place and a name hidden in
// them, which must be gone afterwards.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newFolder } from './server.mjs'

export const SECRETS = ['SECRETPLACE', '+26.9']

const ffmpeg = (args) =>
  new Promise((done, fail) =>
    execFile('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args], (error, _, err) => (error ? fail(new Error(err)) : done())),
  )

let folder
async function make(name, codecs, seconds) {
  folder ??= newFolder()
  const file = join(folder, name)
  const hidden = ['-metadata', 'title=SECRETPLACE', '-metadata', 'location=+26.9+112.6/', '-metadata:s', 'handler_name=SECRETPLACE']
  const sources = ['-f', 'lavfi', '-i', 'testsrc=size=64x48:rate=10', '-f', 'lavfi', '-i', 'sine=440']
  await ffmpeg([...sources, ...codecs, '-t', String(seconds), ...hidden, file])
  return readFile(file)
}

export const film = (seconds = 2) =>
  make('film.mp4', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-movflags', 'use_metadata_tags'], seconds)
/** As Chrome records; must be written anew. */
export const webFilm = (seconds = 2, size = '64x48') =>
  make('film.webm', ['-s', size, '-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus'], seconds)
export const voice = (seconds = 2) => make('voice.webm', ['-map', '1:a', '-c:a', 'libopus'], seconds)
