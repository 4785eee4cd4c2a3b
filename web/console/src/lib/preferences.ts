// The two things a person may set for himself: language and text size.
// Invariant: both are on <html> before the first page is drawn.
import { ref, watch } from 'vue'
import { i18n, type Language } from '@/locales'

export const sizes = ['normal', 'large', 'huge'] as const
export type Size = (typeof sizes)[number]

function stored<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
  const found = localStorage.getItem(`mashang.console.${name}`)
  return allowed.find((one) => one === found) ?? otherwise
}

export const language = ref<Language>(stored('language', ['zh', 'en'], 'zh'))
export const size = ref<Size>(stored('size', sizes, 'normal'))

export function applyPreferences(): void {
  watch(language, (now) => {
    i18n.global.locale.value = now
    document.documentElement.lang = now === 'zh' ? 'zh-CN' : 'en'
    localStorage.setItem('mashang.console.language', now)
  }, { immediate: true })
  watch(size, (now) => {
    document.documentElement.dataset.size = now
    localStorage.setItem('mashang.console.size', now)
  }, { immediate: true })
}
