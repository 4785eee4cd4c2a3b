// What each action asks the person to fill in. Which actions there are, and whether one is allowed
// now, is the server's word (`actions` of a view); this only says how its form looks.
import type { ActionView, CaseView } from '@/api/types'
import type { Piece } from './media'

export interface Form {
  /** The name of the text in the request, when there is one. */
  field?: 'text' | 'note' | 'reason' | 'title'
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
  /** Offers ready answers to put in. */
  templates?: boolean
  /** Shows the six entries as they will be carried, asks for the missing ones, proposes a category. */
  carried?: boolean
  /** Asks for the number that the hotline gave on the phone. */
  call?: boolean
  icon: string
  tone?: 'danger'
}

const FORMS: Record<string, Form> = {
  relay: { field: 'text', templates: true, icon: 'check' },
  answer: { field: 'text', templates: true, icon: 'pen' },
  answer_for_deputy: { field: 'text', templates: true, icon: 'pen' },
  pass_on_hotline: { field: 'note', optional: true, urgent: true, carried: true, icon: 'headset' },
  ask_for_more: { field: 'text', icon: 'info' },
  pass_on_station: { field: 'note', optional: true, icon: 'station' },
  pass_on_office: { field: 'note', optional: true, office: true, icon: 'office' },
  give_back: { field: 'note', optional: true, icon: 'back' },
  comment: { field: 'text', icon: 'mail' },
  note_call: { field: 'text', call: true, icon: 'phone' },
  publish: { field: 'title', icon: 'globe' },
  unpublish: { icon: 'globe' },
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

/** What a person may leave blank and a deputy who knows may add. */
export const FILLABLE = ['when', 'who', 'before'] as const
export type Fillable = (typeof FILLABLE)[number]

/** Everything that a form may hold; each action's form shows only its part of it. */
export interface Typed {
  text: string
  attachments: Piece[]
  urgent: boolean
  office: string
  deputy: string
  category: string
  fill: Record<Fillable, string>
  order_number: string
}

export function beginning(action: string, view: CaseView): Typed {
  return {
    text: prefill(action, view),
    attachments: [],
    urgent: false,
    office: 'county',
    deputy: '',
    category: '',
    fill: { when: '', who: '', before: '' },
    order_number: '',
  }
}

/** The body to send: what was left blank and may be blank is left out. */
export function bodyOf(form: Form, typed: Typed): object {
  const text = typed.text.trim()
  const filled = FILLABLE.filter((name) => typed.fill[name].trim())
  return {
    ...(form.field && (text || !form.optional) && { [form.field]: text }),
    ...(typed.attachments.length && { attachments: typed.attachments.map(({ id }) => id) }),
    ...(typed.urgent && { urgent: true }),
    ...(form.office && { office: typed.office }),
    ...(form.deputy && { deputy: typed.deputy }),
    ...(typed.category && { category: typed.category }),
    ...(filled.length && {
      fill: Object.fromEntries(filled.map((name) => [name, typed.fill[name].trim()])),
    }),
    ...(typed.order_number.trim() && { order_number: typed.order_number.trim() }),
  }
}
