// Who has a case now, in one sentence. The server's speaks of everybody by name; whoever reads it and
// is meant is spoken to instead. Invariant: nobody is told that it is his turn who does not hold it.
import type { CaseView } from '@/api/types'
import { pick, tMaybe } from '@/i18n'
import { session } from '@/stores/session'

type Held = Pick<CaseView, 'state' | 'holder'>

/** A resident sees no case but his own; of deputies there are many. */
function isMine({ holder }: Held): boolean {
  const { person } = session
  if (!person || holder.role !== person.role) return false
  return person.role === 'resident' || (person.role === 'deputy' && holder.name === person.name)
}

export function holderOf(one: Held): string {
  const mine = isMine(one) && tMaybe(`holder.mine.${one.state}`)
  return mine || pick(one.holder.text)
}
