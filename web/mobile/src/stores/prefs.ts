// How the person wants to read: language, size of the text, light or dark; and whether a message is
// written one question at a time. Remembered on the phone.
import { computed, reactive, watchEffect } from 'vue'
import type { Lang } from '@/logic/format'

const NAME = 'mashang.prefs'

export type Theme = 'phone' | 'light' | 'dark'

interface Prefs {
  lang: Lang
  elder: boolean
  /** How large elder mode is: large, larger, largest (30 px). */
  size: 1 | 2 | 3
  theme: Theme
  /** The whole message on one page. */
  whole: boolean
}

const oneOf = <Value>(given: unknown, first: Value, ...others: Value[]) =>
  others.includes(given as Value) ? (given as Value) : first

export function readPrefs(stored: unknown): Prefs {
  const given = (typeof stored === 'object' && stored ? stored : {}) as Partial<Prefs>
  return {
    lang: oneOf<Lang>(given.lang, 'zh', 'en'),
    elder: given.elder === true,
    size: oneOf<Prefs['size']>(given.size, 1, 2, 3),
    theme: oneOf<Theme>(given.theme, 'phone', 'light', 'dark'),
    whole: given.whole === true,
  }
}

export const prefs = reactive<Prefs>(readPrefs(undefined))

const phone = reactive({ dark: false })

export const dark = computed(() => (prefs.theme === 'phone' ? phone.dark : prefs.theme === 'dark'))

/** The classes that carry the choice to the tokens of the styles. */
export const reading = computed(() => ({
  elder: prefs.elder,
  larger: prefs.elder && prefs.size === 2,
  largest: prefs.elder && prefs.size === 3,
  dark: dark.value,
}))

function followPhone() {
  // #ifdef H5
  const wish = window.matchMedia('(prefers-color-scheme: dark)')
  const take = () => (phone.dark = wish.matches)
  wish.addEventListener('change', take)
  take()
  // #endif
  // #ifndef H5
  phone.dark = uni.getSystemInfoSync().theme === 'dark'
  uni.onThemeChange?.(({ theme }) => (phone.dark = theme === 'dark'))
  // #endif
}

export function startPrefs() {
  Object.assign(prefs, readPrefs(uni.getStorageSync(NAME)))
  followPhone()
  watchEffect(() => {
    uni.setStorageSync(NAME, { ...prefs })
    // #ifdef H5
    const { documentElement: root } = document
    root.lang = prefs.lang === 'en' ? 'en' : 'zh-CN'
    root.classList.toggle('dark', dark.value)
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', dark.value ? '#181614' : '#8f1f1a')
    // #endif
  })
}

export function otherLanguage() {
  prefs.lang = prefs.lang === 'zh' ? 'en' : 'zh'
}
