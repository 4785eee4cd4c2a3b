// What somebody is typing into a form of a case, kept on the phone with every change: a lost session,
// a closed sheet or a step back loses nothing. It goes when the server has taken it, and with its owner
// when he signs out, because a phone may be lent.
import { reactive, ref, watch } from 'vue'

const PREFIX = 'mashang.kept.'

interface Place {
  person: number | undefined
  kind: string
  id: number
  action: string
}

export function keptName({ person, kind, id, action }: Place): string {
  return `${PREFIX}${person ?? 0}.${kind}.${id}.${action}`
}

function stored<Typed>(name: string): Partial<Typed> | undefined {
  try {
    const found: unknown = JSON.parse(uni.getStorageSync(name) || 'null')
    return typeof found === 'object' && found ? (found as Partial<Typed>) : undefined
  } catch {
    return undefined
  }
}

function store(name: string, text: string) {
  try {
    uni.setStorageSync(name, text)
  } catch {
    // A full storage keeps nothing more; the form itself still has it.
  }
}

export function dropKept(name: string) {
  uni.removeStorageSync(name)
}

function dropAll(prefixes: string[]) {
  for (const name of uni.getStorageInfoSync().keys)
    if (prefixes.some((prefix) => name.startsWith(prefix))) dropKept(name)
}

export function dropAllKept() {
  dropAll([PREFIX])
}

/** All that was typed on this phone, drafts of messages and suggestions too: its owner is erased. */
export function dropEverythingTyped() {
  dropAll([PREFIX, 'mashang.draft.', 'mashang.wording.'])
}

/** The keys of the photos and recordings that wait in a form. */
export function keptPieces(): string[] {
  const names = uni.getStorageInfoSync().keys.filter((name) => name.startsWith(PREFIX))
  const forms = names.map((name) => stored<{ attachments: { key: string }[] }>(name))
  return forms.flatMap((form) => form?.attachments?.map(({ key }) => key) ?? [])
}

/** The form as it was left, or as it begins; what equals the beginning is not worth keeping. */
export function useKept<Typed extends object>(name: string, beginning: Typed) {
  const found = stored<Typed>(name)
  const typed = reactive({ ...beginning, ...found }) as Typed
  const blank = JSON.stringify(beginning)
  watch(
    typed,
    () => {
      const text = JSON.stringify(typed)
      if (text === blank) dropKept(name)
      else store(name, text)
    },
    { deep: true },
  )

  const restored = ref(found !== undefined)
  function discard() {
    Object.assign(typed, JSON.parse(blank))
    restored.value = false
  }

  return { typed, restored, discard }
}
