// Printed sheets, looked at as a phone would look at them.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import jsQR from 'jsqr'

const run = promisify(execFile)

/** The pixels of a picture as pdftoppm writes it (binary PPM), with the fourth channel jsQR wants. */
function pixelsOf(ppm) {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 40))
  const [width, height] = [Number(head[1]), Number(head[2])]
  const rgb = ppm.subarray(head[0].length)
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let i = 0; i < width * height; i++) pixels.set(rgb.subarray(3 * i, 3 * i + 3), 4 * i)
  return { pixels, width, height }
}

/** What the codes of a PDF's pages say, in the order of the pages. */
export async function codesOf(pdf) {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'))
  try {
    await writeFile(join(folder, 'all.pdf'), pdf)
    await run('pdftoppm', ['-r', '72', join(folder, 'all.pdf'), join(folder, 'page')])
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.ppm')).sort()
    const codes = []
    for (const page of pages) {
      const { pixels, width, height } = pixelsOf(await readFile(join(folder, page)))
      codes.push(jsQR(pixels, width, height)?.data)
    }
    return codes
  } finally {
    await rm(folder, { recursive: true })
  }
}
