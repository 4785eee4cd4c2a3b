// Roles: what each would do with a message, by the simplest choices that touch every road. Whatever
// the server already did is read first, so that this can be taken up anywhere.
import { Refused } from './server.mjs'

// A row's key decides all choices, so that every run of the same file takes the same roads.
const share = (key, salt) => (parseInt(key.slice(salt, salt + 6), 16) % 1000) / 1000
const pick = (list, key, salt) => list[parseInt(key.slice(salt, salt + 6), 16) % list.length]

const CATEGORIES = ['consultation', 'help', 'idea', 'criticism', 'complaint', 'wrongdoing']
const REASONS = ['other_jurisdiction', 'legal_channel', 'not_concrete', 'same_matter', 'party_and_congress']
const STEPS_MAX = 40

const mayTake = (view, noun) => view.actions.some((action) => action.noun === noun && action.allowed)
const happened = (view, action) => view.timeline.some((entry) => entry.action === action)

/** The deputy's first choice: most messages go to the hotline, the others take every other road. */
function firstChoice(view, key) {
  const choice = share(key, 0)
  if (choice < 0.03 && !happened(view, 'ask_for_more')) return ['question', { text: '请补充具体地点。' }]
  if (choice < 0.1) return ['answer', { text: '已了解情况，并向您作出说明。' }]
  if (choice < 0.16) return ['station-pass', {}]
  if (choice < 0.2) return ['office-pass', { note: '请联络机构研究。' }]
  return ['hotline-pass', { category: share(key, 3) < 0.02 ? 'praise' : pick(CATEGORIES, key, 6) }]
}

function deputysChoice(view, key) {
  if (view.state === 'result_back') return ['relay', { text: view.result?.text ?? '已有结果，请查阅。' }]
  if (happened(view, 'take_rejection')) return ['answer', { text: '热线未受理，原因和办法已向您说明。' }]
  if (happened(view, 'give_back')) return ['answer', { text: '已向站里了解，现答复如下。' }]
  return firstChoice(view, key)
}

async function orderStep(server, order, key) {
  const reviewer = await server.staff('reviewer', key)
  const view = await server.get(`/api/v1/orders/${order.id}`, reviewer)
  const act = (as, noun, body) => server.act(as, 'order', view, noun, body)
  switch (view.state) {
    case 'submitted':
      if (view.category === 'praise') return act(reviewer, 'record', { category: 'praise', text: '已登记表扬。' })
      if (share(key, 8) < 0.08)
        return act(reviewer, 'rejection', { reason: pick(REASONS, key, 10), text: '不属于热线受理范围。' })
      return act(reviewer, 'acceptance', { category: pick(CATEGORIES, key, 6), urgent: share(key, 12) < 0.05 })
    case 'accepted':
      return act(reviewer, 'dispatch', { unit: pick(server.units, key, 14).id })
    case 'dispatched':
      return act(await server.clerk('unit', view.work.unit.name), 'receipt', {})
    case 'handling':
      return act(await server.clerk('unit', view.work.unit.name), 'reply', await replyFor(server, view))
    case 'replied': {
      const again = view.redo_count === 0 && share(key, 16) < 0.1
      return act(await server.staff('callback', key), 'callbacks', { outcome: again ? 'dissatisfied' : 'satisfied' })
    }
    case 'disputed':
      // Twice redone goes into supervision; whether it was, the view says.
      return act(reviewer, mayTake(view, 'redo') ? 'redo' : 'supervised-redo', { reason: '群众不满意，请重新办理。' })
    default:
      // Between two of our looks it ended; the message has moved on as well.
      return undefined
  }
}

async function replyFor(server, view) {
  const { now } = await server.get('/api/v1/city')
  return {
    text: '已到现场核实并处理。',
    public_reply: '您反映的问题已核实处理。',
    contact: { person: view.deputy.name, number: '15400000000', at: now, satisfied: 'satisfied' },
  }
}

async function stationStep(server, view, key) {
  const clerk = await server.clerk('station', view.station.name)
  if (share(key, 2) < 0.3) return server.act(clerk, 'message', view, 'give-back', { note: '请代表直接答复。' })
  return server.act(clerk, 'message', view, 'answer', { text: '站里已联系村组处理。' })
}

/** The county's office is the one that sees it; which county that is, only a list of its own tells. */
async function officeStep(server, view) {
  const clerk = await server.officeThatSees(view.id)
  return server.act(clerk, 'message', view, 'answer', { text: '联络机构已与有关部门商定办法。' })
}

async function residentStep(server, message, view, key) {
  const resident = await server.phone(message.phone)
  if (view.state === 'asked_back')
    return server.act(resident, 'message', view, 'supplement', { text: '地点在村口公路边。' })
  return server.act(resident, 'message', view, 'rating', { score: share(key, 18) < 0.8 ? 'satisfied' : 'mostly' })
}

async function oneStep(server, message, view, key) {
  if (view.state === 'answered' || view.state === 'asked_back') return residentStep(server, message, view, key)
  if (view.state === 'with_station') return stationStep(server, view, key)
  if (view.state === 'with_office') return officeStep(server, view)
  if (view.state === 'at_hotline') return orderStep(server, view.order, key)
  const deputy = await server.deputy(message.deputy)
  const seen = await server.get(`/api/v1/messages/${message.id}`, deputy)
  return server.act(deputy, 'message', seen, ...deputysChoice(seen, key))
}

function endOf(view) {
  const road = (action, words) => (happened(view, action) ? words : undefined)
  return (
    road('take_rejection', 'rejected by the hotline, explained by the deputy, rated') ??
    road('pass_on_hotline', 'handled through the hotline, passed on, rated') ??
    road('pass_on_station', 'passed to the station, answered, rated') ??
    road('pass_on_office', 'passed to the liaison office, answered, rated') ??
    'answered by the deputy, rated'
  )
}

/** Plays until the message has come to rest; says by which road. */
export async function playToTheEnd(server, message, key) {
  for (let step = 0; step < STEPS_MAX; step++) {
    const view = await server.get(`/api/v1/messages/${message.id}`, await server.phone(message.phone))
    if (view.state === 'closed') return endOf(view)
    try {
      await oneStep(server, message, view, key)
    } catch (error) {
      // Somebody else (a clock, another run of this tool) was faster: look again.
      if (!(error instanceof Refused) || ![409, 412].includes(error.status)) throw error
      server.counts.faster++
    }
  }
  throw new Error(`message ${message.id} does not come to rest`)
}
