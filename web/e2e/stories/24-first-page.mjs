// What the first page costs a phone: bytes as they come over the wire, whatever the machine's speed.
export const title = 'the weight of the first page'

const MOST_BYTES = 200_000
const MOST_REQUESTS = 40

/** Everything a fresh phone loads to show one page; the stream of news never ends and is not waited for. */
async function load(person, path, sign) {
  const client = await person.context.newCDPSession(person.page)
  const loaded = new Map()
  client.on('Network.responseReceived', ({ requestId, response }) => {
    loaded.set(requestId, { url: response.url, headers: response.headers, bytes: 0, whole: 0 })
  })
  client.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (loaded.has(requestId)) loaded.get(requestId).whole += dataLength
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (loaded.has(requestId)) loaded.get(requestId).bytes = encodedDataLength
  })
  await client.send('Network.enable')
  await person.open(path)
  await person.sees(sign)
  await person.page.waitForLoadState('networkidle')
  await client.detach()
  return [...loaded.values()].filter(({ url }) => !url.startsWith('data:'))
}

const sum = (parts) => parts.reduce((bytes, part) => bytes + part.bytes, 0)
const isPacked = ({ headers }) => Object.keys(headers).some((key) => key.toLowerCase() === 'content-encoding')
const name = ({ url }) => new URL(url).pathname

export async function play({ phone, step }) {
  const pages = [
    ['the home page', '/m/', 'home-find-deputy'],
    ["a deputy's page, from the code on a door", '/d/D9RATC', 'deputy-card'],
  ]
  for (const [what, path, sign] of pages) {
    await step(`${what} is at most ${MOST_BYTES / 1000} kB, and its texts come packed`, async () => {
      const { person } = await phone(`a visitor of ${what}`)
      const parts = await load(person, path, sign)
      const bytes = sum(parts)
      console.log(`        ${what}: ${parts.length} requests, ${bytes} bytes over the wire`)
      const heaviest = [...parts].sort((a, b) => b.bytes - a.bytes).slice(0, 3)
      const says = heaviest.map((part) => `${name(part)} ${part.bytes}`).join(', ')
      if (bytes > MOST_BYTES) throw new Error(`${bytes} bytes; the heaviest are ${says}`)
      if (bytes < 20_000) throw new Error(`only ${bytes} bytes were counted, so the count is wrong`)
      if (parts.length > MOST_REQUESTS) throw new Error(`${parts.length} requests`)
      const loose = parts.filter((part) => part.whole > 2_000 && name(part).startsWith('/m/') && !isPacked(part))
      if (loose.length) throw new Error(`not packed: ${loose.map(name).join(', ')}`)
    })
  }
}
