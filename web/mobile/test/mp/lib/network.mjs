// wx.request, wx.uploadFile and wx.downloadFile on a real server. Invariant: as in WeChat nothing is
// kept between two exchanges, and every address begins with the one that is registered.
import { request as httpRequest } from 'node:http'
import { randomUUID } from 'node:crypto'

const REFERER = 'https://servicewechat.com/wx-test/1/page-frame.html'

function exchange(url, { method, headers, body }) {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(url, { method, headers, agent: false }, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => resolve({ answer, body: Buffer.concat(chunks) }))
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Headers as WeChat hands them over: several of one name are one text. */
function joined(answer) {
  const entries = Object.entries(answer.headersDistinct)
  return Object.fromEntries(entries.map(([name, values]) => [name, values.join(',')]))
}

export class Network {
  constructor({ origin, base, host, saved }) {
    Object.assign(this, { origin, base, host, saved, files: new Map(), asked: [] })
    /** What becomes of an exchange: undefined, 'lost' before it arrives, or 'unheard' when the answer is lost. */
    this.fate = () => undefined
  }

  keep(bytes, kind) {
    const path = `wxfile://tmp_${randomUUID()}.${kind}`
    this.files.set(path, bytes)
    return path
  }

  bytesOf(path) {
    return this.files.get(path) ?? this.saved.get(path)
  }

  /** Keeps a passing file for good. */
  save(path) {
    const bytes = this.files.get(path)
    if (!bytes) return undefined
    const kept = path.replace('tmp_', 'store_')
    this.files.delete(path)
    this.saved.set(kept, bytes)
    return kept
  }

  #target(url) {
    if (typeof url === 'string' && url.startsWith(`${this.origin}/`)) return url.replace(this.origin, this.base)
    this.host.fault(`${url} is not on the list of addresses`)
    return undefined
  }

  async #go(name, options, call) {
    const target = this.#target(options.url)
    const fail = (why) => this.#end(options.fail, options, { errMsg: `${name}:fail ${why}` })
    if (!target) return fail('url not in domain list')
    const path = new URL(target).pathname
    this.asked.push({ ...call, path })
    const fate = this.fate(call.method, path)
    if (fate === 'lost') return fail('timeout')
    try {
      const found = await exchange(target, call)
      if (fate === 'unheard') return fail('socket closed')
      this.#end(options.success, options, this.result(name, options, found))
    } catch (error) {
      fail(error.message)
    }
  }

  #end(callback, options, result) {
    // What a callback throws is the page's fault, not the network's.
    setImmediate(() => {
      callback?.(result)
      options.complete?.(result)
    })
  }

  result(name, { dataType = 'json' }, { answer, body }) {
    const base = { statusCode: answer.statusCode, header: joined(answer), errMsg: `${name}:ok` }
    if (name === 'downloadFile') return { ...base, tempFilePath: this.keep(body, 'bin') }
    let data = body.toString('utf8')
    if (name === 'request' && dataType === 'json') {
      try {
        data = JSON.parse(data)
      } catch {
        // WeChat hands over the text when it is no JSON.
      }
    }
    return { ...base, data, cookies: answer.headersDistinct['set-cookie'] ?? [] }
  }

  headers(given = {}) {
    const names = Object.keys(given).map((name) => name.toLowerCase())
    for (const name of ['referer', 'user-agent', 'host']) {
      if (names.includes(name)) this.host.fault(`the header ${name} can't be set in WeChat`)
    }
    for (const value of Object.values(given)) {
      if (typeof value !== 'string') this.host.fault(`the header ${JSON.stringify(value)} is no text`)
    }
    return { ...given, Referer: REFERER, 'User-Agent': 'MicroMessenger/8.0.50 MiniProgramEnv/android' }
  }

  request(options) {
    const method = (options.method ?? 'GET').toUpperCase()
    const body = options.data === undefined || method === 'GET' ? undefined : Buffer.from(options.data)
    const length = method === 'GET' ? {} : { 'Content-Length': body?.length ?? 0 }
    void this.#go('request', options, { method, headers: { ...this.headers(options.header), ...length }, body })
    return { abort() {}, onHeadersReceived() {} }
  }

  upload(options) {
    const bytes = this.bytesOf(options.filePath)
    if (!bytes) this.host.fault(`there is no file ${options.filePath}`)
    const boundary = `----${randomUUID()}`
    const filename = options.filePath.replace(/^.*\//, '')
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${options.name}"; filename="${filename}"\r\n` +
      'Content-Type: image/png\r\n\r\n'
    const body = Buffer.concat([Buffer.from(head), bytes ?? Buffer.alloc(0), Buffer.from(`\r\n--${boundary}--\r\n`)])
    const headers = {
      ...this.headers(options.header),
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
      'Content-Length': body.length,
    }
    void this.#go('uploadFile', options, { method: 'POST', headers, body })
    return { abort() {}, onProgressUpdate() {} }
  }

  download(options) {
    void this.#go('downloadFile', options, { method: 'GET', headers: this.headers(options.header) })
    return { abort() {}, onProgressUpdate() {} }
  }
}
