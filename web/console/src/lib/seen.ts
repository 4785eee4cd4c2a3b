// Which warnings somebody has already looked at, so that the badge counts the new ones only.
// Invariant: kept for each person apart, on this computer; the warnings themselves are the server's.
import { computed, ref, watch } from 'vue'
import { useWarnings } from '@/api/queries'
import { person } from '@/api/session'

const name = () => `mashang.console.warnings.${person.value?.id ?? ''}`
const seenUntil = ref('')
watch(() => person.value?.id, () => (seenUntil.value = localStorage.getItem(name()) ?? ''), { immediate: true })

export function useNewWarnings() {
  const { data } = useWarnings()
  return computed(() => data.value?.filter(({ at }) => at > seenUntil.value).length ?? 0)
}

export function markSeen(until: string): void {
  if (until <= seenUntil.value) return
  seenUntil.value = until
  localStorage.setItem(name(), until)
}
