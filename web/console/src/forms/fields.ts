// What each action's form asks, as rows.
// Invariant: this says how to ask, never who may act or what is enough; the server refuses, and
// its field errors are shown at the field whose path they name.
import type { CaseView, ReplyCode, Vocabulary } from '@/api/types'

export type LabelSource = Exclude<keyof Vocabulary, 'reject_reasons' | 'bar_reasons'>

/** Asked only where it has a meaning: the row says which, `conditions` says when that is. */
export type Condition = 'promising' | 'assisted'

interface Common {
  name: string
  optional?: true
  /** Begins with what the case holds under this name. */
  prefill?: true
  only?: Condition
}

export type Field = Common &
  (
    | { kind: 'text'; rows: number }
    | { kind: 'line' | 'lines' | 'date' | 'moment' | 'switch' | 'attachments' }
    | { kind: 'unit' | 'deputy' | 'assisting' }
    | { kind: 'office' | 'reason' | 'bar_reason' | 'reply_code' }
    | { kind: 'choice'; from: LabelSource }
  )

const category: Field = { name: 'category', kind: 'choice', from: 'categories' }
const note: Field = { name: 'note', kind: 'text', rows: 4, optional: true }
const reason: Field = { name: 'reason', kind: 'text', rows: 5 }
const text: Field = { name: 'text', kind: 'text', rows: 6 }
const earlier: Field[] = [{ name: 'order', kind: 'line' }, note]
const assisting: Field = { name: 'assisting', kind: 'assisting', optional: true }
const absences: Field = { name: 'absences', kind: 'text', rows: 3, optional: true, only: 'assisted' }

const contact: Field[] = [
  { name: 'contact.person', kind: 'line' },
  { name: 'contact.number', kind: 'line' },
  { name: 'contact.at', kind: 'moment' },
  { name: 'contact.satisfied', kind: 'choice', from: 'scores', optional: true },
]

const callBack: Field[] = [{ name: 'outcome', kind: 'choice', from: 'callback_outcomes' }, note]

export const forms: Record<string, Field[]> = {
  accept: [{ ...category, prefill: true }, { name: 'urgent', kind: 'switch', prefill: true }],
  reject: [
    { name: 'reason', kind: 'reason' },
    { name: 'text', kind: 'text', rows: 5 },
    { name: 'channel', kind: 'line', optional: true },
  ],
  record: [category, { name: 'kind', kind: 'choice', from: 'record_kinds', optional: true }, text],
  answer_on_line: [category, text],
  append: earlier,
  tell_result: earlier,
  link: earlier,
  change_category: [{ ...category, prefill: true }, { name: 'urgent', kind: 'switch', prefill: true }, reason],
  escalate: [reason],
  dispatch: [{ name: 'unit', kind: 'unit' }, assisting, note],
  sign_for: [],
  request_return: [
    { name: 'reason', kind: 'text', rows: 4 },
    { name: 'proposed_unit', kind: 'unit' },
    { name: 'basis', kind: 'text', rows: 3 },
    { name: 'leader', kind: 'line' },
    { name: 'opinion', kind: 'attachments' },
  ],
  grant_return: [note],
  refuse_return: [reason],
  request_extension: [{ name: 'cause', kind: 'text', rows: 4 }, { name: 'until', kind: 'date' }],
  grant_extension: [note],
  refuse_extension: [reason],
  assist: [text],
  reply: [...contact, text, { name: 'public_reply', kind: 'text', rows: 6 }, absences],
  promise: [
    { name: 'measures', kind: 'text', rows: 6 },
    { name: 'answerable', kind: 'line' },
    { name: 'until', kind: 'date' },
    ...contact,
    absences,
  ],
  report_progress: [text],
  call_back: callBack,
  unit_call_back: callBack,
  redo: [reason],
  supervise: [reason],
  open_supervision: [{ name: 'notice', kind: 'text', rows: 6 }, { name: 'answerable', kind: 'line', optional: true }],
  lift_supervision: [reason],

  answer: [{ name: 'text', kind: 'text', rows: 8 }],
  answer_for_deputy: [{ name: 'text', kind: 'text', rows: 8 }],
  ask_for_more: [text],
  comment: [text],
  relay: [text],
  pass_on_station: [note],
  pass_on_office: [{ name: 'office', kind: 'office' }, note],
  pass_on_hotline: [{ ...category, optional: true }, { name: 'urgent', kind: 'switch' }, note],
  give_back: [note],
  withdraw: [{ ...reason, optional: true }],

  draft: [
    { name: 'wording.title', kind: 'line' },
    { name: 'wording.facts', kind: 'text', rows: 8 },
    { name: 'wording.proposal', kind: 'text', rows: 8 },
    { name: 'office', kind: 'office' },
    { name: 'messages', kind: 'lines', optional: true },
  ],
  adopt: [
    { name: 'title', kind: 'line', prefill: true },
    { name: 'facts', kind: 'text', rows: 8 },
    { name: 'proposal', kind: 'text', rows: 8 },
  ],
  decline: [reason],
  revise: [
    { name: 'title', kind: 'line', prefill: true },
    { name: 'facts', kind: 'text', rows: 8, prefill: true },
    { name: 'proposal', kind: 'text', rows: 8, prefill: true },
  ],
  invite: [{ name: 'deputy', kind: 'deputy' }],
  turn_back: [{ name: 'reason', kind: 'bar_reason' }, text],
  refer: [
    { name: 'unit', kind: 'unit' },
    { name: 'difficulty', kind: 'choice', from: 'difficulties' },
    assisting,
    note,
  ],
  reply_formally: [
    { name: 'code', kind: 'reply_code' },
    { name: 'promised_on', kind: 'date', only: 'promising' },
    { name: 'text', kind: 'text', rows: 8 },
    { name: 'signed_by', kind: 'line' },
    ...contact,
    absences,
  ],
  evaluate: [
    { name: 'score', kind: 'choice', from: 'scores' },
    { name: 'comment', kind: 'text', rows: 4, optional: true },
  ],
}

/** An action this release has no form for can still be confirmed; the server says what it lacks. */
export function fieldsOf(action: string): Field[] {
  return forms[action] ?? []
}

export type Values = Record<string, unknown>

/** An assisting unit while it is being written down: the name is for the eye only. */
export interface Assisting {
  unit: number
  name: string
  task: string
}

const emptyOf: Partial<Record<Field['kind'], () => unknown>> = {
  switch: () => false,
  assisting: () => [],
  attachments: () => [],
  office: () => 'county',
}

export function emptyValues(fields: Field[]): Values {
  return Object.fromEntries(fields.map(({ name, kind }) => [name, emptyOf[kind]?.() ?? '']))
}

export function initialValues(fields: Field[], view: CaseView): Values {
  const held = view as unknown as Values
  const kept = fields.filter(({ name, prefill }) => prefill && held[name] !== undefined)
  return { ...emptyValues(fields), ...Object.fromEntries(kept.map(({ name }) => [name, held[name]])) }
}

export interface About {
  view?: CaseView
  codes: ReplyCode[]
}

const conditions: Record<Condition, (values: Values, about: About) => boolean> = {
  promising: ({ code }, { codes }) => codes.some((one) => one.code === code && one.promises),
  assisted: (_, { view }) => view !== undefined && 'work' in view && view.work.assisting.length > 0,
}

export function askedNow(fields: Field[], values: Values, about: About): Field[] {
  return fields.filter(({ only }) => only === undefined || conditions[only](values, about))
}

const sentAs: Partial<Record<Field['kind'], (value: unknown) => unknown>> = {
  assisting: (value) =>
    (value as Assisting[]).map(({ unit, task }) => (task.trim() ? { unit, task: task.trim() } : { unit })),
  lines: (value) => String(value).split(/[\s,，、;；]+/).filter(Boolean),
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === undefined || value === null || (Array.isArray(value) && !value.length)
}

/** Dotted names become nested objects; what was left empty is left out. */
export function bodyOf(fields: Field[], values: Values): Values {
  const body: Values = {}
  for (const { name, kind } of fields) {
    const [outer, inner] = name.split('.') as [string, string?]
    // An empty group still goes along, so that the server names each part that is missing.
    if (inner !== undefined) body[outer] ??= {}
    const typed = values[name]
    const trimmed = typeof typed === 'string' ? typed.trim() : typed
    const value = isEmpty(trimmed) ? trimmed : (sentAs[kind]?.(trimmed) ?? trimmed)
    if (isEmpty(value)) continue
    if (inner === undefined) body[outer] = value
    else body[outer] = { ...(body[outer] as object | undefined), [inner]: value }
  }
  return body
}

export const pathOf = (name: string): string => '/' + name.replace('.', '/')

/** The objection to a field, or to a part of it: "/assisting/0/task" belongs to the assisting units. */
export function errorAt<T>(errors: Record<string, T>, name: string): T | undefined {
  const path = pathOf(name)
  const found = Object.keys(errors).find((key) => key === path || key.startsWith(`${path}/`))
  return found === undefined ? undefined : errors[found]
}
