// A stand-in for the framework's global: a storage, and exchanges answered by the test.
import { vi } from 'vitest'

interface Asked {
  url: string
  method: string
  header: Record<string, string>
  data?: string
}

export interface Reply {
  statusCode: number
  data?: unknown
  header?: Record<string, string>
}

export function standInForUni(reply: (asked: Asked) => Reply | 'no network') {
  const stored = new Map<string, unknown>()
  const asked: Asked[] = []
  const uni = {
    getStorageSync: (name: string) => stored.get(name) ?? '',
    setStorageSync: (name: string, value: unknown) => stored.set(name, value),
    removeStorageSync: (name: string) => stored.delete(name),
    getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
    request: (options: Asked & { success: (r: unknown) => void; fail: () => void }) => {
      asked.push(options)
      const answer = reply(options)
      if (answer === 'no network') options.fail()
      else options.success({ header: {}, ...answer, data: JSON.stringify(answer.data ?? '') })
    },
  }
  vi.stubGlobal('uni', uni)
  return { asked, stored }
}
