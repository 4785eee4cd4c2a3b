// What of a lifecycle is drawn: its states, one arrow for all steps between the same two of them, and
// the steps after which the state stays, which are no arrows.
// Invariant: every row of the table is in exactly one arrow or one loop.
import type { Lifecycle, RuleRow } from '@/api/types'

/** Before its first step a case is nowhere; the tables start there. */
export const START = 'blank'

export interface Arrow {
  from: string
  to: string
  rows: RuleRow[]
}

export function isLoop(row: RuleRow): boolean {
  return row.from === row.to
}

export function isOfSystem(row: RuleRow): boolean {
  return row.who.every(({ role }) => role === 'system')
}

export function arrowsOf(rows: RuleRow[]): Arrow[] {
  const arrows = new Map<string, Arrow>()
  for (const row of rows) {
    if (isLoop(row)) continue
    const key = `${row.from} ${row.to}`
    const arrow = arrows.get(key) ?? { from: row.from, to: row.to, rows: [] }
    arrow.rows.push(row)
    arrows.set(key, arrow)
  }
  return [...arrows.values()]
}

export function statesOf(lifecycle: Lifecycle): string[] {
  return [START, ...lifecycle.states.map(({ code }) => code)]
}

/** The rows by the state they start from, in the order of the table; loops are among them. */
export function rowsByState(lifecycle: Lifecycle): Map<string, RuleRow[]> {
  const groups = new Map<string, RuleRow[]>()
  for (const row of lifecycle.rows) groups.set(row.from, [...(groups.get(row.from) ?? []), row])
  return groups
}

/** The arrows that lead back, found by walking from the start: without them no walk returns. */
export function backArrows(arrows: Arrow[]): Set<Arrow> {
  const back = new Set<Arrow>()
  const open = new Set<string>()
  const done = new Set<string>()
  const walk = (state: string): void => {
    open.add(state)
    for (const arrow of arrows) {
      if (arrow.from !== state) continue
      if (open.has(arrow.to)) back.add(arrow)
      else if (!done.has(arrow.to)) walk(arrow.to)
    }
    open.delete(state)
    done.add(state)
  }
  walk(START)
  return back
}

/** How far down each state stands: below everything that leads to it. */
export function depths(states: string[], arrows: Arrow[]): Map<string, number> {
  const back = backArrows(arrows)
  const forward = arrows.filter((arrow) => !back.has(arrow))
  const depth = new Map(states.map((state) => [state, 0]))
  // As many rounds as there are states settle every way that has no circle.
  for (const _ of states)
    for (const { from, to } of forward)
      depth.set(to, Math.max(depth.get(to) ?? 0, (depth.get(from) ?? 0) + 1))
  return depth
}
