// What each action asks the person to fill in. Which actions there are, and whether one is allowed
// now, is the server's word (`actions` of a view); this only says how its form looks.
import type { ActionView, CaseView } from '@/api/types'

export interface Form {
  /** The name of the text in the request, when there is one. */
  field?: 'text' | 'note' | 'reason'
  optional?: boolean
  attachments?: boolean
  urgent?: boolean
  /** Asks which liaison office it goes to, the county's or the city's. */
  office?: boolean
  score?: boolean
  /** Asks for a deputy, by search. */
  deputy?: boolean
  /** Title, facts and proposal: too much for a sheet, so it has a page of its own. */
  wording?: boolean
  icon: string
  tone?: 'danger'
}

const FORMS: Record<string, Form> = {
  relay: { field: 'text', icon: 'check' },
  answer: { field: 'text', icon: 'pen' },
  answer_for_deputy: { field: 'text', icon: 'pen' },
  pass_on_hotline: { field: 'note', optional: true, urgent: true, icon: 'headset' },
  ask_for_more: { field: 'text', icon: 'info' },
  pass_on_station: { field: 'note', optional: true, icon: 'station' },
  pass_on_office: { field: 'note', optional: true, office: true, icon: 'office' },
  give_back: { field: 'note', optional: true, icon: 'back' },
  comment: { field: 'text', icon: 'mail' },
  rate: { score: true, icon: 'smile' },
  supplement: { field: 'text', attachments: true, icon: 'pen' },
  ask_again: { field: 'text', icon: 'mail' },
  adopt: { wording: true, icon: 'pen' },
  file: { icon: 'check' },
  sign_jointly: { icon: 'check' },
  evaluate: { score: true, icon: 'smile' },
  revise: { wording: true, icon: 'pen' },
  invite: { deputy: true, icon: 'person' },
  decline: { field: 'reason', icon: 'close', tone: 'danger' },
  withdraw: { field: 'reason', optional: true, icon: 'exit', tone: 'danger' },
}

// The order in which actions are offered; the first allowed ones become the buttons of the bar.
const ORDER = Object.keys(FORMS)

// Sent by the page itself when a deputy opens a message, so nobody has to press it.
const SILENT = ['look']

export function formOf(action: string): Form {
  return FORMS[action] ?? { icon: 'next' }
}

/** The actions people choose from, the most wanted first. */
export function offered(actions: ActionView[]): ActionView[] {
  const rank = (action: ActionView) => {
    const place = ORDER.indexOf(action.action)
    return place < 0 ? ORDER.length : place
  }
  return actions
    .filter((action) => !SILENT.includes(action.action))
    .sort((a, b) => rank(a) - rank(b))
}

export function allowedAction(view: CaseView, name: string): ActionView | undefined {
  return view.actions.find((action) => action.action === name && action.allowed)
}

/** The text a form starts with: passing on a result starts from the result. */
export function prefill(action: string, view: CaseView): string {
  return action === 'relay' && 'result' in view ? (view.result?.text ?? '') : ''
}
