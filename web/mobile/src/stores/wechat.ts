// Signing in by WeChat, and letting it bring news. Only the mini-program asks for any of this.
// Invariant: nothing here stands in the way; who WeChat does not know signs in by number.
import { api } from '@/api/client'
import { ApiError } from '@/api/http'
import { city } from './city'
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

function consent(template: string, answers: Record<string, unknown>) {
  const accepted = answers[template] === 'accept'
  return api.consentToWechat({ template, accepted }).catch((error: unknown) => {
    // It is a courtesy: the message itself goes its way, and SMS brings the news.
    if (!(error instanceof ApiError)) throw error
  })
}

/** Called in the tap that sends something: WeChat hears the question at no other time. */
export function askToNotify() {
  // #ifdef MP-WEIXIN
  const templates = city.facts?.wechat_templates ?? []
  if (!templates.length || !session.person) return
  uni.requestSubscribeMessage({
    tmplIds: templates.slice(0, 3),
    success: (answers) => {
      for (const one of templates) void consent(one, answers as unknown as Record<string, unknown>)
    },
    fail: () => undefined,
  })
  // #endif
}
