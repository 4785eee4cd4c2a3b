// Signing in by WeChat, and letting it bring news. Only the mini-program asks for any of this.
// Invariant: nothing here stands in the way; who WeChat does not know signs in by number.
import { watch } from 'vue'
import { api } from '@/api/client'
import { following } from '@/api/following'
import { ApiError } from '@/api/http'
import { uuid } from '@/logic/uuid'
import { enterByWechat, session } from './session'

/** `off`: the server has no WeChat account, or can't reach it now. */
export type Answer = 'in' | 'unbound' | 'off'

function wechatCode(): Promise<string> {
  return new Promise((resolve, reject) => {
    uni.login({ provider: 'weixin', success: ({ code }) => resolve(code), fail: reject })
  })
}

export async function signInByWechat(): Promise<Answer> {
  try {
    return (await enterByWechat(await wechatCode())) ? 'in' : 'unbound'
  } catch {
    return 'off'
  }
}

// Asked for as soon as somebody is signed in, because in the tap itself there is no time to ask.
let templates: string[] = []
/** The channel by which this person is told of news; `none` until somebody chooses. */
let channel = ''

export function startWechat() {
  // #ifdef MP-WEIXIN
  watch(
    () => session.person?.id,
    async (person) => {
      templates = []
      // A city without WeChat has none; where they can't be had now, nobody is asked.
      const choice = person ? await following.notices().catch(() => undefined) : undefined
      if (person !== session.person?.id) return
      templates = choice?.templates ?? []
      channel = choice?.channel ?? ''
    },
  )
  // #endif
}

async function consent(template: string, accepted: boolean) {
  try {
    await api.consentToWechat({ template, accepted }, uuid())
    // Who lets WeChat bring news wants them; a channel that was chosen before stays.
    if (accepted && channel === 'none') channel = (await following.chooseNotices('wechat', uuid())).channel
  } catch (error) {
    // It is a courtesy: what was sent goes its way, and the news are in the list.
    if (!(error instanceof ApiError)) throw error
  }
}

/** Called in the tap that sends something: WeChat hears the question at no other time. */
export function askToNotify() {
  if (!templates.length || !session.person) return
  const asked = templates.slice(0, 3)
  uni.requestSubscribeMessage({
    tmplIds: asked,
    success: (answers) => {
      const said = answers as unknown as Record<string, string>
      for (const one of asked) void consent(one, said[one] === 'accept')
    },
    fail: () => undefined,
  })
}
