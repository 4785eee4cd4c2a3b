// Words in the language of the person. The messages are plain strings filled in here, so nothing is
// compiled in the browser and the strict content policy holds.
import { computed } from 'vue'
import type { Text2 } from '@/api/types'
import { prefs } from '@/stores/prefs'
import { en } from './en'
import { zh, type Key } from './zh'

export type { Key }

export const lang = computed(() => prefs.lang)

export function fill(pattern: string, values: Record<string, string | number> = {}): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

export function t(key: Key, values?: Record<string, string | number>): string {
  return fill((prefs.lang === 'en' ? en : zh)[key], values)
}

/** The side of a server text that the person reads; some fields come as one plain text. */
export function pick(text: Text2 | string | undefined): string {
  if (text === undefined || typeof text === 'string') return text ?? ''
  return text[prefs.lang] || text.zh
}

/** A key that is put together at run time, when there is such a key. */
export function tMaybe(key: string, values?: Record<string, string | number>): string {
  return key in zh ? t(key as Key, values) : ''
}
