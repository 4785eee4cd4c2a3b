// The server's cookies where no browser keeps them: a mini-program is handed them as a header, and
// has to bring them back itself. Invariant: they are kept for our one server and shown to no other.
const NAME = 'mashang.cookies'

type Jar = Record<string, string>

function jar(): Jar {
  return (uni.getStorageSync(NAME) || {}) as Jar
}

/** Several cookies come as a list or in one text; the commas of a date are no ends. */
function eachCookie(given: unknown): string[] {
  if (Array.isArray(given)) return given.flatMap(eachCookie)
  return typeof given === 'string' ? given.split(/,\s*(?=[^;,=\s]+=)/) : []
}

function over(attributes: string[]): boolean {
  return attributes.some((one) => /^\s*max-age=(0|-\d+)\s*$/i.test(one))
}

export function keepCookies(given: unknown) {
  const kept = jar()
  const cookies = eachCookie(given)
  for (const cookie of cookies) {
    const [pair, ...attributes] = cookie.split(';')
    const middle = pair.indexOf('=')
    const name = pair.slice(0, middle).trim()
    if (over(attributes)) delete kept[name]
    else kept[name] = pair.slice(middle + 1).trim()
  }
  if (cookies.length) uni.setStorageSync(NAME, kept)
}

export function keptCookies(): string {
  return Object.entries(jar())
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
}
