// The package for WeChat, as a release is built. Invariant: what is played is what the sources say now.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** An address that no one has; the host carries it to the server of the test. */
export const ORIGIN = 'https://mashang.example'

const project = fileURLToPath(new URL('../../../', import.meta.url))
const root = join(project, 'dist/build/mp-weixin')
const stamp = join(project, 'dist/build/mp-weixin.built')

function filesIn(path) {
  return readdirSync(path, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]))
    .sort()
}

function digest() {
  const sources = ['src', 'scripts'].flatMap((folder) => filesIn(join(project, folder)))
  const hash = createHash('sha256')
  for (const path of [...sources, join(project, 'vite.config.ts'), join(project, 'package-lock.json')]) {
    hash.update(path).update(readFileSync(path))
  }
  return hash.digest('hex')
}

export function packageRoot() {
  const now = digest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return root
  console.log('Building the package for WeChat')
  try {
    execFileSync('npm', ['run', '--silent', 'build:mp-weixin'], {
      cwd: project,
      env: { ...process.env, MASHANG_PUBLIC_URL: ORIGIN },
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    throw new Error(`the package could not be built:\n${error.stdout}${error.stderr}`)
  }
  writeFileSync(stamp, now)
  return root
}
