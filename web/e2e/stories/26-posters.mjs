// A liaison office prints the posters of all its stations in one go; every code leads to its station.
import { codesOf } from '../lib/paper.mjs'

export const title = 'posters for every station, printed and read back'

export async function play({ desk, step, base }) {
  const office = await desk('office')
  const { person } = office

  /** What the link with this name brings, as the person's own browser fetches it. */
  const fetched = async (name) => {
    const address = await person.part(name).getAttribute('href')
    const answer = await person.context.request.get(base + address)
    if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`)
    return answer.body()
  }

  const stations = async () => {
    const answer = await person.context.request.get(`${base}/api/v1/stations?limit=100`)
    return (await answer.json()).items
  }

  const same = (codes, expected) => {
    if (codes.join() !== expected.join()) throw new Error(`the codes say ${codes.join(', ')}`)
  }

  await step('The office sees the poster of each station', async () => {
    await office.signIn('lianluo-hengyang')
    await person.press('posters')
    await person.part('sheet').nth(11).waitFor()
    await person.look('the page of the posters')
  })

  await step('Twelve sheets in one PDF, each with the address of its station', async () => {
    const expected = (await stations()).map(({ code }) => `${base}/s/${code}`)
    if (expected.length !== 12) throw new Error(`${expected.length} stations`)
    same(await codesOf(await fetched('print-posters')), expected)
  })

  await step('Those of one county on A3, its deputies behind each station', async () => {
    await person.part('county').selectOption({ index: 1 })
    await person.part('paper').selectOption('a3')
    await person.part('with-deputies').check()
    const county = await person.part('county').inputValue()
    const expected = []
    for (const station of (await stations()).filter((one) => one.county.code === county)) {
      const answer = await person.context.request.get(`${base}/api/v1/stations/${station.code}`)
      const { deputies } = await answer.json()
      expected.push(`${base}/s/${station.code}`, ...deputies.map(({ code }) => `${base}/d/${code}`))
    }
    same(await codesOf(await fetched('print-posters')), expected)
  })
}
