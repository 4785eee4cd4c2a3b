// What a visitor of the demo finds: weeks of history, and people who have something to do.
export const title = 'a visit to the demo'
export const stories = true

export async function play({ phone, desk, step, base }) {
  const visitor = await phone('visitor')
  const { people, codes } = await (await fetch(`${base}/api/v1/demo`)).json()
  const firstOf = (role) => people.find((one) => one.role === role)

  await step('Finding a station and a deputy by a part of their names', async () => {
    const { person } = visitor
    await person.open('/m/')
    await person.press('home-find-station')
    await person.sees('stations')
    await person.look('the list of stations')
    await visitor.fill('search', '三塘')
    await person.press('search')
    await person.press('station-S9P69H')
    await person.sees('deputies', '李样本')
    await person.look('a station\'s page')
  })

  await step('The codes of the guide open a station and a deputy who serves', async () => {
    const { person } = visitor
    await person.open(`/s/${codes.station}`)
    await person.sees('deputies')
    await person.open(`/d/${codes.deputy}`)
    await person.sees('deputy-card')
  })

  await step('One tap signs in as the deputy whom the guide names first, and somebody waits', async () => {
    const { person } = visitor
    await person.open('/m/#/pages/sign-in/sign-in')
    await person.press(`demo-${firstOf('deputy').phone}`)
    await person.press('tab-messages')
    await person.sees('messages')
    await person.look('the inbox of a deputy with work')
  })

  await step('A resident with a history has messages in several states', async () => {
    const { person } = visitor
    await person.press('tab-me')
    await person.look('the page about oneself')
    await person.press('sign-out')
    // Until the server has answered, one is still signed in.
    await person.sees('go-sign-in')
    await visitor.signInAt('', firstOf('resident').phone)
    await person.press('tab-messages')
    await person.sees('messages')
    await person.look('a resident\'s list of messages')
    await person.part('messages').locator('a').first().click()
    await person.sees('status')
    await person.look('a message with a history')
  })

  await step('On the console everybody of the guide has a queue with something in it', async () => {
    const clerk = await desk('clerk')
    const { person } = clerk
    for (const role of ['reviewer', 'station', 'unit']) {
      await clerk.signIn(firstOf(role).login)
      await person.sees('row')
      await person.look(`the first queue of the role ${role}`)
      await person.part('row').first().locator('[data-row]').click()
      await person.sees('timeline')
      await person.look(`the first case of the role ${role}`)
      await person.press('sign-out')
      await person.sees('login')
    }
  })
}
