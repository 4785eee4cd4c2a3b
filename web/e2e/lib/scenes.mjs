// Beginnings that several stories share.
import { Desk } from './desk.mjs'

/** A resident writes to the deputy 李样本 and signs in for it; the number in the message's address. */
export async function sendMessage(resident, { what, ask }) {
  const { person } = resident
  await person.open('/m/#/pages/write/write?deputy=D9RATC')
  await resident.wholePage()
  await resident.fill('where', '三塘镇示例路')
  await resident.fill('what', what)
  await resident.fill('ask', ask)
  await person.part('check-agree').check()
  await resident.sendWritten('19488880001')
  await person.press('see-message')
  await person.sees('status')
  return Number(/message\?id=(\d+)/.exec(person.page.url())[1])
}

/** A message on its way through the deputy's one tap and the review; the reviewer stands on the order. */
export async function bringOrder({ phone, desk }, { what, ask, category }) {
  const resident = await phone('resident')
  const deputy = await phone('deputy')
  const reviewer = await desk('reviewer')
  const message = await sendMessage(resident, { what, ask })
  await deputy.signInAt(`/m/#/pages/message/message?id=${message}`, '15400000001')
  await deputy.act('pass_on_hotline')
  await reviewer.signIn('shenhe-1')
  await reviewer.open('review', what.slice(0, 8))
  await reviewer.accept(category)
  return { resident, deputy, reviewer, message }
}

/** The same deputy at a desk: the phone pages and the console share the session. */
export async function atDesk(desk, name, phone) {
  const { person } = await desk(name)
  await person.context.addCookies(await phone.person.context.cookies())
  await person.context.addInitScript(() => localStorage.setItem('mashang.signed_in', '1'))
  await person.open('/console/')
  await person.sees('who')
  return new Desk(person)
}

/** The city's day, so many days from its now, and never on a weekend. */
export async function dayAhead(base, days) {
  const { now } = await (await fetch(`${base}/api/v1/city`)).json()
  const day = new Date(`${now.slice(0, 10)}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

/** A message that a signed-in resident sends without the page to write on; what the server answers. */
export function sendQuietly(resident, content) {
  return resident.person.page.evaluate(async (content) => {
    const get = async (path) => (await fetch(`/api/v1${path}`)).json()
    const [session, city] = await Promise.all([get('/sessions/current'), get('/city')])
    const answer = await fetch('/api/v1/messages', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        'X-CSRF-Token': session.csrf,
      },
      body: JSON.stringify({ deputy: 'D9RATC', content, notice_version: city.notice.version }),
    })
    return answer.json()
  }, content)
}
