// Writes the service worker and the manifest beside the built pages. The version is a hash of all that
// was built, so a new build is a new version and an unchanged one is not.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const here = (name: string) => join(__dirname, name)
const STATIC = here('../src/static')

/** What a page needs without a network. The reader of codes is large, and of no use without one. */
const isKept = (name: string) => !/jsqr|\.map$|\.gz$/i.test(name)

function statics() {
  return readdirSync(STATIC).map((name) => ({
    name: `static/${name}`,
    content: readFileSync(join(STATIC, name)),
  }))
}

export function installable(): Plugin {
  return {
    name: 'installable',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      if (process.env.UNI_PLATFORM !== 'h5') return
      const built = Object.values(bundle).map((file) => ({
        name: file.fileName,
        content: file.type === 'chunk' ? file.code : file.source,
      }))
      const manifest = readFileSync(here('manifest.webmanifest'), 'utf8')
      const template = readFileSync(here('sw.js'), 'utf8')
      const all = [...built, ...statics(), { name: 'manifest.webmanifest', content: manifest }]
      const version = createHash('sha256').update(template)
      for (const { name, content } of all) version.update(name).update(content)
      const files = all.map(({ name }) => name).filter(isKept).sort()
      const code = template
        .replace('__VERSION__', version.digest('hex').slice(0, 16))
        .replace('__FILES__', JSON.stringify(files))
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: manifest })
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: code })
    },
  }
}
