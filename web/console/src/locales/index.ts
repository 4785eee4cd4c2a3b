// The console's own words. Words of the case (states, actions, refusals) come from the server.
// Invariant: both languages have the same keys; a test holds them together.
import { createI18n } from 'vue-i18n'
import en from './en.json'
import zh from './zh.json'

export type Language = 'zh' | 'en'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh' as Language,
  fallbackLocale: 'zh',
  messages: { zh, en },
})
