// How the person wants to read: the language and the size of the text. Remembered on the phone.
import { reactive, watchEffect } from 'vue'
import type { Lang } from '@/logic/format'

const NAME = 'mashang.prefs'

interface Prefs {
  lang: Lang
  elder: boolean
}

export function readPrefs(stored: unknown): Prefs {
  const given = (typeof stored === 'object' && stored ? stored : {}) as Partial<Prefs>
  return { lang: given.lang === 'en' ? 'en' : 'zh', elder: given.elder === true }
}

export const prefs = reactive<Prefs>(readPrefs(undefined))

export function startPrefs() {
  Object.assign(prefs, readPrefs(uni.getStorageSync(NAME)))
  watchEffect(() => {
    uni.setStorageSync(NAME, { lang: prefs.lang, elder: prefs.elder })
    // #ifdef H5
    document.documentElement.lang = prefs.lang === 'en' ? 'en' : 'zh-CN'
    // #endif
  })
}

export function otherLanguage() {
  prefs.lang = prefs.lang === 'zh' ? 'en' : 'zh'
}
