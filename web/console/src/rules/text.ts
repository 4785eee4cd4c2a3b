// How wide a text is and where it breaks, without asking the browser: SVG breaks no lines by itself.

/** Of the size of the type; Chinese letters fill a square. */
function widthOfLetter(letter: string): number {
  if (/[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/.test(letter)) return 1
  if (/[A-Z0-9mw]/.test(letter)) return 0.64
  return /[ ilt.,'’()]/.test(letter) ? 0.31 : 0.54
}

export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + widthOfLetter(letter), 0) * size
}

// Where a line may end: between Chinese letters, but not before a comma and not within a number.
function pieces(text: string): string[] {
  return text.match(/[A-Za-z0-9'’(),./-]+ ?|[\u2e80-\u9fff][，、。）]?|./gu) ?? []
}

function fill(parts: string[], size: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of parts) {
    if (line && widthOf((line + part).trimEnd(), size) > most) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += part
  }
  return line ? [...lines, line.trimEnd()] : lines
}

/** In as few lines as fit, and those of much the same length. */
export function wrap(text: string, size: number, most: number): string[] {
  const parts = pieces(text)
  const lines = fill(parts, size, most)
  for (let width = widthOf(text, size) / lines.length; width < most; width += size / 2) {
    const even = fill(parts, size, width)
    if (even.length <= lines.length) return even
  }
  return lines
}
