// The administrator tries a change of the rulebook, sees what it would move, and adopts it.
import { dayAhead } from '../lib/scenes.mjs'

export const title = 'a change of the rulebook, tried and then adopted'
export const stories = true

export async function play({ desk, step, base }) {
  const administrator = await desk('administrator')
  const { person } = administrator
  const text = () => person.part('toml')
  let latest = ''

  await step('An overview leads to the rulebook\'s own page', async () => {
    await administrator.signIn('guanli-1')
    await person.sees('home')
    await person.look('the overview of an administrator')
    await person.press('regulation')
    await person.sees('versions')
    latest = await text().inputValue()
    await person.look('the rulebook\'s page')
  })

  await step('A text that can not be read is objected to, with the line', async () => {
    await text().fill(latest.replace('5 working days', 'five days'))
    person.expectAnswer(422)
    await person.press('try')
    await person.sees('toml-errors', 'five days')
    await person.press('go-to-line')
    const chosen = await text().evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd))
    if (!chosen.includes('five days')) throw new Error(`the line found is "${chosen}"`)
    await person.look('a text that can not be read')
  })

  await step('A shorter limit is tried: what would move, and last month under both', async () => {
    const from = await dayAhead(base, 7)
    const shorter = latest.replace(/^version = (\d+)/m, (_, n) => `version = ${Number(n) + 1}`)
      .replace(/^from = .*/m, `from = ${from}`).replaceAll('"5 working days"', '"2 working days"')
    await text().fill(shorter)
    await person.press('try')
    await person.sees('moved')
    await person.sees('figures')
    await person.look('what a shorter limit would change')
  })

  await step('Without a reason it is not adopted; with one it is, from its day', async () => {
    await person.press('adopt')
    await person.look('before a version is adopted')
    person.expectAnswer(422)
    await person.press('confirm-adopt')
    await person.part('adopt-dialog').getByTestId('field-error').waitFor()
    await person.part('adopt-reason').fill('市政府常务会议要求压缩办理时限。')
    await person.press('confirm-adopt')
    await person.sees('adopted')
    await person.sees('versions', '压缩办理时限')
    await person.look('an adopted version')
  })

  await step('A notice that is none is objected to', async () => {
    person.expectAnswer(422)
    await person.part('notices').locator('input[type="file"]').setInputFiles({
      name: 'notice.json', mimeType: 'application/json', buffer: Buffer.from('{"year": 2027}'),
    })
    await person.press('import-notice')
    await person.sees('notice-errors')
    await person.look('a notice that can not be read')
  })
}
