// Telling "the phone does not allow it" apart from "the person thought better of it".
export class NotAllowed extends Error {}

export function notAllowed(error: { errMsg?: string } | undefined): boolean {
  return /auth|permission|privacy/i.test(error?.errMsg ?? '')
}

/** Where it can be allowed; a browser asks by itself the next time. */
export function openSettings() {
  // #ifdef MP-WEIXIN
  uni.openSetting({})
  // #endif
}
