// The ways into the mini-program and out of it: codes, sharing, calls, both languages, large type.
export const title = 'codes, sharing, languages'
export const stories = true

const share = (phone) => phone.share() ?? {}

export async function play({ phone, step, base, settings }) {
  const visitor = phone('visitor')

  await step('The ordinary code on a door opens the same page', async () => {
    await visitor.open('pages/index/index', { q: encodeURIComponent('https://mashang.example/s/S9P69H') })
    await visitor.at('station')
    await visitor.sees('deputies', '李样本')
  })

  await step("A station's and a deputy's page can be shared, and what is shared opens", async () => {
    const station = share(visitor)
    await visitor.tapWords('李样本')
    await visitor.at('deputy')
    await visitor.sees('deputy-card')
    const deputy = share(visitor)
    for (const [{ title, path }, route] of [[station, 'station'], [deputy, 'deputy']]) {
      if (!title) throw new Error(`the page ${route} is shared without a title`)
      const [page, query] = path.slice(1).split('?')
      await visitor.open(page, Object.fromEntries(query.split('&').map((pair) => pair.split('='))))
      await visitor.at(route)
      await visitor.sees(route === 'deputy' ? 'deputy-card' : 'deputies')
    }
  })

  await step('A page with somebody\'s own words can\'t be shared', async () => {
    await visitor.open('pages/sign-in/sign-in')
    await visitor.signIn((await (await fetch(`${base}/api/v1/demo`)).json()).people.find((one) => one.role === 'resident').phone)
    await visitor.at('messages')
    await visitor.sees('messages')
    if (visitor.share()) throw new Error('the list of messages can be shared')
  })

  await step('A code is scanned from inside, and a code of somebody else opens nothing', async () => {
    await visitor.open('pages/scan/scan')
    visitor.set({ scanned: 'https://other.example/d/D9RATC' })
    await visitor.tap('scan-start')
    await visitor.sees('scan-said')
    visitor.set({ scanned: 'https://mashang.example/d/D9RATC' })
    await visitor.tap('scan-start')
    await visitor.at('deputy')
    await visitor.sees('deputy-card', '李样本')
  })

  await step('English and large type are chosen once, and kept', async () => {
    await visitor.open()
    await visitor.tap('switch-language')
    await visitor.sees('home-find-deputy', 'Find a deputy')
    await visitor.tap('switch-elder')
    await visitor.open()
    await visitor.sees('home-find-deputy', 'Find a deputy')
    if (!visitor.page.box.querySelector('[class*="elder"]')) throw new Error('large type was forgotten')
  })

  await step('An emergency number is one tap away', async () => {
    await visitor.tapWords('110')
    if (!visitor.host.told.some(([what, number]) => what === 'makePhoneCall' && number === '110')) {
      throw new Error(`no call was made: ${JSON.stringify(visitor.host.told)}`)
    }
  })

  await step('Ten pages deep, links go on', async () => {
    await visitor.open('pages/find/find', { tab: 'stations' })
    for (let i = 0; i < 7; i++) {
      await visitor.sees('stations')
      await visitor.tap('station-S9P69H')
      await visitor.at('station')
      await visitor.tapWords('Find another station')
      await visitor.at('find')
    }
    if (visitor.host.pages.stack.length > 10) throw new Error('deeper than WeChat allows')
    if (settings.origin === base) throw new Error('the origin is the server itself')
  })
}
