// What the demo weighs after everybody in it has looked around.
const LOOKS = ['messages?box=open', 'messages?box=closed', 'orders?queue=watch', 'orders?queue=done', 'queues']

async function cookieOf(server, person) {
  let body = { login: person.login, password: person.password }
  if (!person.login) {
    const sent = await post(server, '/api/v1/sign-in-codes', { phone: person.phone })
    body = { phone: person.phone, code: (await sent.json()).demo_code }
  }
  const answer = await post(server, '/api/v1/sessions', body)
  return answer.headers.get('set-cookie').split(';')[0]
}

const post = (server, path, body) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Every box and queue of a person, and each case in them. How many reads that were. */
async function lookAround(server, person) {
  const headers = { cookie: await cookieOf(server, person) }
  const get = async (path) => {
    const answer = await fetch(`${server.url}/api/v1/${path}`, { headers })
    return answer.ok ? answer.json() : {}
  }
  let count = 0
  for (const look of LOOKS) {
    const { items = [] } = await get(look)
    count++
    const kind = look.split('?')[0]
    for (const { id } of kind === 'queues' ? [] : items) await get(`${kind}/${id}`)
    count += kind === 'queues' ? 0 : items.length
  }
  return count
}

export async function demoMemory(server) {
  const stories = server.memory()
  const { people } = await (await fetch(`${server.url}/api/v1/demo`)).json()
  let count = 0
  for (const person of people) count += await lookAround(server, person)
  return { stories, pages: server.memory(), count }
}
