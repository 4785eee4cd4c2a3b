// The addresses of the pages, and the ways between them.
const page = (name: string) => `/pages/${name}/${name}`

export const to = {
  home: page('index'),
  me: page('me'),
  messages: page('messages'),
  find: (tab: 'stations' | 'deputies' = 'stations') => `${page('find')}?tab=${tab}`,
  station: (code: string, instead?: string) =>
    `${page('station')}?code=${encodeURIComponent(code)}` +
    (instead ? `&instead=${encodeURIComponent(instead)}` : ''),
  deputy: (code: string) => `${page('deputy')}?code=${encodeURIComponent(code)}`,
  write: (deputy: string, waiting?: string) =>
    `${page('write')}?deputy=${encodeURIComponent(deputy)}` +
    (waiting ? `&item=${encodeURIComponent(waiting)}` : ''),
  outbox: (said?: 'kept' | 'arrived') => page('outbox') + (said ? `?said=${said}` : ''),
  scan: page('scan'),
  receipt: (id: number) => `${page('receipt')}?id=${id}`,
  message: (id: number) => `${page('message')}?id=${id}`,
  orders: page('orders'),
  order: (id: number) => `${page('order')}?id=${id}`,
  suggestions: page('suggestions'),
  suggestion: (id: number) => `${page('suggestion')}?id=${id}`,
  /** A new suggestion, from a message or not. */
  draft: (message?: number) => page('wording') + (message ? `?message=${message}` : ''),
  /** The wording of one that is there: revised, or adopted. */
  wording: (id: number, action: string) => `${page('wording')}?suggestion=${id}&action=${action}`,
  lookup: (number?: string) =>
    page('lookup') + (number ? `?number=${encodeURIComponent(number)}` : ''),
  privacy: page('privacy'),
  notices: page('notices'),
  duty: page('duty'),
  days: page('days'),
  /** The page of a case, by its kind. */
  caseOf: (one: { kind: string; id: number }) => `${page(one.kind)}?id=${one.id}`,
  signIn: (back?: string) =>
    page('sign-in') + (back ? `?back=${encodeURIComponent(back)}` : ''),
}

/** Whether a text from an address is one of our pages; whoever made the address may write anything. */
export const isPage = (url: string) => /^\/pages\/(\w+(?:-\w+)*)\/\1(?:\?|$)/.test(url)

/** Whether an address leads to a message that is being written. */
export const isWriting = (url: string) => url.startsWith(`${page('write')}?`)

export function go(url: string) {
  // #ifdef MP-WEIXIN
  // WeChat lets ten pages stand on each other and refuses the next.
  if (getCurrentPages().length >= 10) return replace(url)
  // #endif
  uni.navigateTo({ url })
}

/** In place of the current page, so that "back" does not lead to a finished step. */
export function replace(url: string) {
  uni.redirectTo({ url })
}

export function restart(url: string) {
  uni.reLaunch({ url })
}

export function goBack(otherwise: string = to.home) {
  if (getCurrentPages().length > 1) uni.navigateBack()
  else restart(otherwise)
}

export function decoded(value: string | undefined): string {
  try {
    return decodeURIComponent(value ?? '')
  } catch {
    return value ?? ''
  }
}
