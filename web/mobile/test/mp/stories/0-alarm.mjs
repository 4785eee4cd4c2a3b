// The alarm itself is tried first: pages that misbehave in each of the ways must be found out, or all
// that follows proves nothing.
import { runInThisContext } from 'node:vm'
import { sleep } from '../lib/phone.mjs'

export const title = 'pages that misbehave are found out'

const ways = [
  ['ask for the map without saying so in the package', /chooseLocation is not among/, ({ wx, host }) => {
    host.pages.declared = []
    wx.chooseLocation({})
  }],
  ['call what WeChat does not have', /wx\.preloadAssets was called/, ({ wx }) => wx.preloadAssets({ data: [] })],
  ['ask another address', /not on the list of addresses/, ({ wx }) => wx.request({ url: 'https://other.example/' })],
  ['ask by an address without a host', /not on the list/, ({ wx }) => wx.request({ url: '/api/v1/city' })],
  ['set a header that is not theirs', /header referer/, ({ wx, origin }) =>
    wx.request({ url: `${origin}/api/v1/city`, header: { Referer: 'x' } })],
  ['go to a page that is not there', /"pages\/no\/no" is not found/, ({ wx }) => wx.navigateTo({ url: '/pages/no/no' })],
  ['ask for consent outside a tap', /only be called in a tap/, ({ wx }) =>
    wx.requestSubscribeMessage({ tmplIds: ['a'] })],
  ['forget a failure', /error in a page.*on purpose/, () => void Promise.reject(new Error('on purpose'))],
  ['throw later', /error in a page.*on purpose/, () => void setTimeout(() => { throw new Error('on purpose') })],
  ['write an error', /console error: on purpose/, () => console.error('on purpose')],
  ['use the fetch of a browser', /error in a page.*fetch is not a function/, ({ inPage }) =>
    void inPage('(async () => fetch("/"))()')],
]

export async function play({ phone, step, settings }) {
  const visitor = phone('visitor')
  const inPage = (code) => runInThisContext(code, { filename: `${settings.root}/pages/alarm.js` })
  for (const [what, pattern, spoil] of ways) {
    await step(`Pages that ${what}`, async () => {
      await visitor.open()
      await visitor.sees('home-find-deputy')
      const before = visitor.takeFaults()
      if (before.length) throw new Error(`there was a fault before: ${before.join('; ')}`)
      spoil({ wx: visitor.host.api, host: visitor.host, origin: settings.origin, inPage })
      await sleep(20)
      const found = visitor.takeFaults()
      if (!found.some((fault) => pattern.test(fault))) throw new Error(`not found out: ${found.join('; ')}`)
    })
  }
}
