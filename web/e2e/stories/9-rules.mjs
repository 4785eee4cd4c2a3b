// The rules in force, as somebody reads them at his desk: found from any page, by keyboard, in both languages.
export const title = 'reading the rules'

export async function play({ desk, step, base }) {
  const clerk = await desk('clerk')
  const { person } = clerk
  const { lifecycles } = await (await fetch(`${base}/api/v1/rulebook`)).json()
  const rows = () => person.part('rule').count()

  await step('The rules are one click away, and every kind of case has its own', async () => {
    await clerk.signIn('danwei-jiaojing')
    await person.press('rules')
    for (const { kind, rows: all } of lifecycles) {
      await person.press(`tab-${kind}`)
      await person.page.locator(`[data-testid="tab-${kind}"][aria-current="page"]`).waitFor()
      await person.sees('diagram')
      if (await rows() !== all.length) throw new Error(`${await rows()} rows of ${kind}, not ${all.length}`)
      await person.look(`the rules of the kind ${kind}`)
    }
  })

  await step('A state is chosen by keyboard, and only its rules are left', async () => {
    const { kind, states, rows: all } = lifecycles[0]
    await person.press(`tab-${kind}`)
    const { code } = states[0]
    await person.page.locator(`[data-state="${code}"]`).focus()
    await person.page.keyboard.press('Enter')
    await person.sees('all-states')
    const own = all.filter(({ from }) => from === code).length
    if (await rows() !== own) throw new Error(`${await rows()} rows of ${code}, not ${own}`)
    await person.look('a chosen state')
    await person.press('all-states')
  })

  await step('Words that are typed leave only the rules that have them', async () => {
    await person.part('filter').fill('撤回')
    const all = await person.part('rule').allInnerTexts()
    if (!all.length || !all.every((text) => text.includes('撤回'))) throw new Error(all.join('\n'))
  })

  await step('The same in English and large type', async () => {
    await person.part('filter').fill('')
    await person.press('language')
    await person.sees('rules', 'Rules in force')
    await person.part('text-size').selectOption('huge')
    await person.look('the rules in English and large type')
  })
}
