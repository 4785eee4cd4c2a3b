// Keys that work anywhere on a page.
// Invariant: a key never acts while somebody is typing or a dialog has the floor.
import { onBeforeUnmount, onMounted, type Ref } from 'vue'

type Bindings = Record<string, () => void>

function busy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest(
    'input, textarea, select, [contenteditable], dialog, [role="dialog"], .el-overlay',
  ) !== null
}

export function useKeys(bindings: Bindings): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const act = bindings[event.key]
    if (!act || busy(event.target)) return
    event.preventDefault()
    act()
  }
  onMounted(() => addEventListener('keydown', onKey))
  onBeforeUnmount(() => removeEventListener('keydown', onKey))
}

/** Moves the focus along the rows' own links, so Enter opens a row as it opens any link. */
export function useRowKeys(box: Ref<HTMLElement | null>): void {
  const step = (by: number) => {
    const links = [...(box.value?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    if (!links.length) return
    const at = links.findIndex((link) => link === document.activeElement)
    const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))
    links[to]?.focus()
  }
  useKeys({ j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1) })
}
