// Pictures for the stories: a place that does not exist, so that no picture of anybody is kept with the
// tests, and what phones make of pictures: heavy files, and such as can't be packed.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SCENE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 720" width="960" height="720">
  <rect width="960" height="720" fill="#33415c"/>
  <circle cx="780" cy="120" r="46" fill="#e9e3cf"/>
  <path d="M0 470 190 350 330 470 520 330 720 470 960 380V720H0Z" fill="#222c42"/>
  <path d="M0 560h960v160H0Z" fill="#4a4f58"/><path d="M40 640h140m80 0h140m80 0h140m80 0h140" stroke="#c9c3ae" stroke-width="8"/>
  <path d="M300 600V210q0-40 40-40h70" fill="none" stroke="#9aa3b2" stroke-width="16"/>
  <path d="M392 160h96l-14 34h-68Z" fill="#6b7280"/>
  <path d="M560 560V400h130v160Z" fill="#2d3950"/><path d="M585 430h30v36h-30Zm50 0h30v36h-30Z" fill="#e0b354"/>
</svg>`

let taken

/** What the browser's file dialog hands over. */
export async function photoOfPlace(context) {
  taken ??= (async () => {
    const page = await context.newPage()
    await page.setViewportSize({ width: 960, height: 720 })
    await page.setContent(`<style>body{margin:0}</style>${SCENE}`)
    const buffer = await page.screenshot({ type: 'jpeg', quality: 80 })
    await page.close()
    return { name: 'place.jpg', mimeType: 'image/jpeg', buffer }
  })()
  return taken
}

/** A file on the disk, as a phone has one, for as long as `use` takes: too large to be handed over otherwise. */
export async function onDisk(name, buffer, use) {
  const folder = await mkdtemp(join(tmpdir(), 'mashang-photo-'))
  try {
    await writeFile(join(folder, name), buffer)
    return await use(join(folder, name))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The photo with so many bytes of notes in it, as some cameras leave them: a picture all the same. */
export function heavy(photo, bytes) {
  const most = 65_533
  const notes = []
  for (let left = bytes; left > 0; left -= most) {
    const size = Math.min(left, most)
    const head = Buffer.from([0xff, 0xfe, (size + 2) >> 8, (size + 2) & 0xff])
    notes.push(head, Buffer.alloc(size, 0x20))
  }
  // Comments stand right after the mark that begins a JPEG.
  return Buffer.concat([photo.buffer.subarray(0, 2), ...notes, photo.buffer.subarray(2)])
}

/** A photo of nothing but noise, so that it stays large however well it is packed. */
export async function noisyPhoto(page) {
  const made = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 1600
    canvas.height = 1200
    const brush = canvas.getContext('2d')
    const image = brush.createImageData(1600, 1200)
    for (let at = 0; at < image.data.length; at++) image.data[at] = at % 4 === 3 ? 255 : Math.random() * 256
    brush.putImageData(image, 0, 0)
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
    return Array.from(new Uint8Array(await blob.arrayBuffer()))
  })
  return { name: 'noise.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(made) }
}
