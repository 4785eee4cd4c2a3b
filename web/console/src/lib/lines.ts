// Lines of a text: which differ from another's, and which one a sentence speaks of.

/** The numbers of the lines that the longest common run from both ends leaves over. */
export function changedLines(before: string, after: string): Set<number> {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (old.length === now.length) {
    return new Set(now.flatMap((line, n) => (line === old[n] ? [] : [n + 1])))
  }
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1
  let tail = 0
  const most = Math.min(old.length, now.length) - head
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  const count = now.length - head - tail
  // Where lines were only taken away, the line that now stands in their place is marked.
  return new Set(Array.from({ length: Math.max(count, 1) }, (_, n) => head + n + 1))
}

/** "第12行" or "line 12". */
export function lineIn(sentence: string): number | undefined {
  const found = /第\s*(\d+)\s*行|line\s+(\d+)/i.exec(sentence)
  return found ? Number(found[1] ?? found[2]) : undefined
}

/** The day at the head of a rulebook, before its first table. */
export function fromIn(toml: string): string | undefined {
  return /^from\s*=\s*(\d{4}-\d{2}-\d{2})/m.exec(toml.split(/^\[/m)[0] ?? '')?.[1]
}
