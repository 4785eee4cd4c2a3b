// Progress: what is known of each row and which sessions are open, one JSON line per fact, appended
// at once. A line that was torn by the end of the tool is left out; the server's keys make up for it.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

export class Progress {
  constructor(file) {
    this.file = file
    this.rows = new Map()
    this.sessions = new Map()
    if (!existsSync(file)) return
    const text = readFileSync(file, 'utf8')
    for (const line of text.split('\n')) this.#take(line)
    if (text !== '' && !text.endsWith('\n')) appendFileSync(file, '\n')
  }

  row(key) {
    return this.rows.get(key) ?? {}
  }

  note(key, what) {
    this.#keep({ key, ...what })
  }

  noteSession(name, session) {
    this.#keep({ name, session })
  }

  #keep(fact) {
    const line = JSON.stringify(fact)
    // It holds open sessions, so it is for its owner only.
    appendFileSync(this.file, `${line}\n`, { mode: 0o600 })
    this.#take(line)
  }

  #take(line) {
    let fact
    try {
      fact = JSON.parse(line)
    } catch {
      return
    }
    const { key, name, session, ...what } = fact
    if (name) this.sessions.set(name, session)
    else this.rows.set(key, { ...this.row(key), ...what })
  }
}
