// Where the keyboard and the screen reader are. A mini-program moves neither, so there it does nothing.
// Invariant: only what can be seen is found; pages further down the stack are in the document as well.
import { nextTick } from 'vue'

// #ifdef H5
export function shown(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.offsetParent)
}
// #endif

/** To the first of these that is there, once the page shows what it now has to show. */
export async function focusOn(...selectors: string[]) {
  await nextTick()
  // #ifdef H5
  const found = selectors.map(shown).find(Boolean)
  found?.scrollIntoView({ block: 'center' })
  found?.focus({ preventScroll: true })
  // #endif
}

/** To what went wrong: the field that is marked, else the sentence about it. */
export const focusOnTrouble = () => focusOn('[aria-invalid="true"]', '[data-testid^="trouble"]')
