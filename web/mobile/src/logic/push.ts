// Push notices in a browser: permission is asked for only when somebody has tapped for it, and the
// subscription is made with the service worker that the pages have registered.
import { following } from '@/api/following'
import type { PushAddress } from '@/api/types'
import { uuid } from './uuid'

/** The server's key as bytes: base64url without padding. */
export function keyBytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (one) => one.charCodeAt(0))
}

export function pushIsPossible(): boolean {
  // #ifdef H5
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  // #endif
  // #ifndef H5
  return false
  // #endif
}

// #ifdef H5
function bodyOf(subscription: PushSubscription): PushAddress {
  const { endpoint, keys } = subscription.toJSON()
  return { endpoint: endpoint ?? '', keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } }
}
// #endif

/** Whether this browser now takes push notices. */
export async function turnOnPush(serverKey: string): Promise<boolean> {
  // #ifdef H5
  if (!pushIsPossible() || (await Notification.requestPermission()) !== 'granted') return false
  const registration = await navigator.serviceWorker.getRegistration()
  if (!registration) return false
  const subscription = await registration.pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes(serverKey) })
    .catch(() => undefined)
  if (!subscription) return false
  await following.subscribePush(bodyOf(subscription), uuid())
  return true
  // #endif
  // #ifndef H5
  return false
  // #endif
}

/** Asks WeChat for consent, one message for each template; told to the server as it was answered. */
export async function askWechat(templates: string[]): Promise<void> {
  // #ifdef MP-WEIXIN
  const answers = await new Promise<Record<string, string>>((resolve) => {
    uni.requestSubscribeMessage({
      tmplIds: templates,
      success: (answer: unknown) => resolve(answer as Record<string, string>),
      fail: () => resolve({}),
    })
  })
  for (const template of templates) {
    if (!answers[template]) continue
    await following.consent({ template, accepted: answers[template] === 'accept' }, uuid())
  }
  // #endif
}
