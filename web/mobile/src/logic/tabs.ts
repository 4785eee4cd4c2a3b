// The same pages in two tabs of one browser. What one of them stores the other hears of, so that
// neither goes on with what is over. A mini-program is open once only, and never hears anything.

/** Calls `heard` whenever another tab stores or removes what stands under this name. */
export function onStoredElsewhere(name: string, heard: () => void): () => void {
  let stop = () => undefined as void
  // #ifdef H5
  const hear = (event: StorageEvent) => event.key === name && heard()
  window.addEventListener('storage', hear)
  stop = () => window.removeEventListener('storage', hear)
  // #endif
  return stop
}
