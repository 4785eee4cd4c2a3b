// What can be measured of a page as it stands, in the browser itself. Each function is sent there, so
// it brings along all it needs; but for the words, which are read here.
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const words = fileURLToPath(new URL('../../mobile/src/i18n/', import.meta.url))

/** The keys under which the phone pages have their words; none of them may ever be seen. */
export async function keysOfWords() {
  const files = (await readdir(words)).filter((name) => /^zh/.test(name))
  const texts = await Promise.all(files.map((name) => readFile(words + name, 'utf8')))
  return texts.flatMap((text) => [...text.matchAll(/^\s+'([\w.-]+)':/gm)].map(([, key]) => key))
}

/** Texts that do not fit where they stand, and whatever is too small for a finger of `least` px. */
export function misfits(least) {
  const shown = (element) => {
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    return box.width > 1 && box.height > 1 && style.visibility !== 'hidden' && style.clipPath !== 'inset(50%)' &&
      element.checkVisibility?.() !== false
  }
  const name = (element) => {
    const words = element.getAttribute('aria-label') ?? element.textContent.trim()
    return `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${words.slice(0, 24)}"`
  }
  const found = []
  const wide = document.scrollingElement.scrollWidth - document.documentElement.clientWidth
  if (wide > 0) found.push(`the page is ${wide} px wider than its window`)

  const hasText = (element) => [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim())
  for (const element of document.querySelectorAll('.app *')) {
    if (!hasText(element) || !shown(element)) continue
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const scrolls = (axis) => ['auto', 'scroll'].includes(style[`overflow${axis}`])
    if (element.clientWidth && !scrolls('X') && element.scrollWidth > element.clientWidth + 1) {
      found.push(`text does not fit: ${name(element)}, ${element.scrollWidth} in ${element.clientWidth} px`)
    }
    // A row may show the beginning of a long text, when it says so by an ellipsis.
    const begun = style.webkitLineClamp !== 'none'
    if (style.overflowY === 'hidden' && !begun && element.scrollHeight > element.clientHeight + 2) {
      found.push(`text is cut off below: ${name(element)}`)
    }
    const framed = element.closest('[data-scrolls]')
    if (!framed && (box.right > innerWidth + 1 || box.left < -1)) found.push(`text is beside the window: ${name(element)}`)
  }

  const targets = '.app a[href], .app button, .app input, .app textarea, .app select, .app summary, .app [role="button"]'
  for (const element of document.querySelectorAll(targets)) {
    // A box to tick is as large as the sentence it belongs to; a link skipped to has no finger.
    const target = element.closest('label') ?? element
    if (!shown(target) || element.classList.contains('skip') || element.type === 'file') continue
    const { width, height } = target.getBoundingClientRect()
    if (Math.min(width, height) < least - 0.5) {
      found.push(`too small for a finger: ${name(target)}, ${Math.round(width)} × ${Math.round(height)} px`)
    }
  }
  return [...new Set(found)]
}

/** Words that only a programmer knows: keys without a text, places that nothing was filled into. */
export function untranslated(keys) {
  const known = new Set(keys)
  const words = document.body.innerText.match(/[A-Za-z][\w-]*(\.[\w-]+)+|\{\w+\}|\bundefined\b|\bNaN\b|\[object/g) ?? []
  return words.filter((word) => known.has(word) || !/\./.test(word))
}

/** Whether one can see where the keyboard is. */
export function focusShows() {
  const { activeElement } = document
  if (!activeElement || activeElement === document.body) return true
  const style = getComputedStyle(activeElement)
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
}
