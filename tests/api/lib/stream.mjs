// A live stream as a browser reads it, with the events kept until a test asks for them.

export class Stream {
  static async open(person, lastId) {
    const stream = new Stream()
    const headers = { Cookie: person.cookie, 'X-Forwarded-For': person.machine, ...(lastId !== undefined && { 'Last-Event-ID': String(lastId) }) }
    const response = await fetch(`${person.server.url}/api/v1/live`, { headers, signal: stream.stop.signal })
    if (response.status !== 200) throw new Error(`no stream: ${response.status}`)
    stream.ready = new Promise((done) => (stream.isReady = done))
    stream.ended = stream.#read(response.body).catch(() => {})
    await stream.ready
    return stream
  }

  constructor() {
    this.stop = new AbortController()
    this.events = []
    this.wake = () => {}
  }

  async #read(body) {
    let text = ''
    for await (const bytes of body.pipeThrough(new TextDecoderStream())) {
      text += bytes
      const blocks = text.split('\n\n')
      text = blocks.pop()
      for (const block of blocks) this.#take(block)
    }
  }

  #take(block) {
    const fields = Object.fromEntries(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]))
    if (fields.event) this.events.push({ name: fields.event, id: fields.id, data: JSON.parse(fields.data) })
    else this.isReady()
    this.wake()
  }

  /** The next so many events; waits for them. */
  async next(count) {
    while (this.events.length < count) await new Promise((done) => (this.wake = done))
    return this.events.splice(0, count)
  }

  /** Up to so many events, and what has come by then when time is over. */
  async nextWithin(count, ms) {
    const late = new Promise((done) => setTimeout(done, ms))
    let over = false
    late.then(() => (over = true))
    while (this.events.length < count && !over)
      await Promise.race([late, new Promise((done) => (this.wake = done))])
    return this.events.splice(0, count)
  }

  close() {
    this.stop.abort()
  }
}
