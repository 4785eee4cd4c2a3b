// The alarm itself is tried first: a page that misbehaves in each of the ways must be found out, or all
// that follows proves nothing.
export const title = 'a page that misbehaves is found out'

const ways = [
  ['writes an error', /console error: on purpose/, () => console.error('on purpose')],
  ['throws', /page error: on purpose/, () => setTimeout(() => { throw new Error('on purpose') })],
  ['asks another origin', /another origin: http:\/\/other\.example/, () => {
    document.head.append(Object.assign(document.createElement('img'), { src: 'http://other.example/' }))
  }],
  ['gets an answer nobody expected', /status of 404/, () => void fetch('/api/v1/stations/NOWHERE')],
  ['runs an inline script', /Content Security Policy/, () => {
    document.head.append(Object.assign(document.createElement('script'), { text: 'void 0' }))
  }],
  ['has a button without a name', /axe on a spoilt page: button-name/, () => {
    document.querySelector('main').append(document.createElement('button'))
  }],
  ['sticks out of its window', /wider than its window/, () => {
    const wide = Object.assign(document.createElement('p'), { textContent: 'wide' })
    wide.style.width = '3000px'
    document.querySelector('main').append(wide)
  }],
]

async function untilFound(person, pattern) {
  const end = Date.now() + 30_000
  const found = []
  while (Date.now() < end) {
    await person.look('a spoilt page')
    found.push(...person.takeFaults())
    if (found.some((fault) => pattern.test(fault))) return
  }
  throw new Error(`not found out; there was only: ${found.join('; ') || 'nothing'}`)
}

export async function play({ phone, step }) {
  const { person } = await phone('visitor')
  for (const [what, pattern, spoil] of ways) {
    await step(`A page that ${what}`, async () => {
      await person.open('/m/')
      await person.sees('home-find-deputy')
      await person.page.evaluate(spoil)
      await untilFound(person, pattern)
      await person.open('about:blank')
      person.takeFaults()
    })
  }
}
