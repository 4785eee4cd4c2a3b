// Roles: what each would do with a message, by the simplest choices that touch every road. Whatever the
// server already did is read first, so that this can be taken up anywhere.
import { Refused } from './server.mjs'

const number = (key, salt) => parseInt(key.slice(salt, salt + 6), 16)
const share = (key, salt) => (number(key, salt) % 1000) / 1000
const pick = (list, key, salt) => list[number(key, salt) % list.length]

const CATEGORIES = ['consultation', 'help', 'idea', 'criticism', 'complaint', 'wrongdoing']
const REASONS = ['other_jurisdiction', 'legal_channel', 'not_concrete', 'same_matter', 'party_and_congress']
const STEPS_MAX = 30

/** The deputy's own choice: most go to the hotline, some are answered, some go to the station. */
async function asDeputy(server, view, message, key) {
  const deputy = await server.deputy(message.deputy)
  if (view.state === 'result_back')
    return server.act(deputy, 'message', message.id, 'relay', { text: view.result?.text ?? '已有结果,请查阅。' })
  const rejected = view.timeline.some((entry) => entry.action === 'take_rejection')
  const given = view.timeline.some((entry) => entry.action === 'give_back')
  if (rejected || given || share(key, 0) < 0.1)
    return server.act(deputy, 'message', message.id, 'answer', { text: '已了解情况,并向您作出说明。' })
  if (share(key, 0) < 0.2) return server.act(deputy, 'message', message.id, 'station-pass', {})
  return server.act(deputy, 'message', message.id, 'hotline-pass', { category: pick(CATEGORIES, key, 6) })
}

async function asStation(server, message, key) {
  const deputy = await server.deputy(message.deputy)
  const view = await server.send('GET', `/api/v1/messages/${message.id}`, { as: deputy })
  const clerk = await server.staff('station', (person) => person.text.zh.startsWith(view.station.name))
  if (share(key, 2) < 0.3) return server.act(clerk, 'message', message.id, 'give-back', { note: '请代表直接答复。' })
  return server.act(clerk, 'message', message.id, 'answer', { text: '站里已联系村组处理。' })
}

const contactNow = (deputy) => ({
  person: deputy,
  number: '15400000000',
  at: new Date(Date.now()).toISOString(),
  satisfied: 'satisfied',
})

/** One step of the order by whoever holds it. */
async function moveOrder(server, message, order, key) {
  const reviewer = await server.staff('reviewer')
  const callback = await server.staff('callback')
  const view = await server.send('GET', `/api/v1/orders/${order.id}`, { as: reviewer })
  switch (view.state) {
    case 'submitted':
      if (share(key, 8) < 0.08)
        return server.act(reviewer, 'order', order.id, 'rejection', { reason: pick(REASONS, key, 10), text: '不属于热线受理范围。' })
      return server.act(reviewer, 'order', order.id, 'acceptance', { category: pick(CATEGORIES, key, 6), urgent: share(key, 12) < 0.05 })
    case 'accepted':
      return server.act(reviewer, 'order', order.id, 'dispatch', { unit: pick(server.units, key, 14).id })
    case 'dispatched':
      return server.act(await server.unit(view.unit.name), 'order', order.id, 'receipt', {})
    case 'handling': {
      const now = (await server.send('GET', '/api/v1/city')).now
      return server.act(await server.unit(view.unit.name), 'order', order.id, 'reply', {
        text: '已到现场核实并处理。',
        public_reply: '您反映的问题已核实处理。',
        contact: { ...contactNow(message.deputy), at: now },
      })
    }
    case 'replied': {
      const again = view.redo_count === 0 && share(key, 16) < 0.1
      return server.act(callback, 'order', order.id, 'callbacks', { outcome: again ? 'dissatisfied' : 'satisfied' })
    }
    case 'disputed':
      return server.act(reviewer, 'order', order.id, 'redo', { reason: '群众不满意,请重新办理。' })
    default:
      throw new Error(`order ${order.id} is ${view.state} while its message waits for the hotline`)
  }
}

async function asResident(server, message, key) {
  const resident = await server.phone(message.phone)
  return server.act(resident, 'message', message.id, 'rating', { score: share(key, 18) < 0.8 ? 'satisfied' : 'mostly' })
}

async function oneStep(server, message, key) {
  const resident = await server.phone(message.phone)
  const own = await server.send('GET', `/api/v1/messages/${message.id}`, { as: resident })
  if (own.state === 'answered' && !own.rating) return asResident(server, message, key)
  if (own.state === 'with_station') return asStation(server, message, key)
  if (own.state === 'at_hotline') return moveOrder(server, message, own.order, key)
  const deputy = await server.deputy(message.deputy)
  return asDeputy(server, await server.send('GET', `/api/v1/messages/${message.id}`, { as: deputy }), message, key)
}

/** Plays until the message has come to rest; says how it ended. */
export async function answerMessage(server, message, key) {
  for (let step = 0; step < STEPS_MAX; step++) {
    const resident = await server.phone(message.phone)
    const view = await server.send('GET', `/api/v1/messages/${message.id}`, { as: resident })
    if (view.state === 'closed') return view.order?.state === 'rejected' ? 'rejected, explained and rated' : 'answered and rated'
    try {
      await oneStep(server, message, key)
    } catch (error) {
      // Somebody else (a clock, another run of this tool) was faster: look again.
      if (!(error instanceof Refused) || ![409, 412].includes(error.status)) throw error
    }
  }
  throw new Error(`message ${message.id} does not come to rest`)
}
