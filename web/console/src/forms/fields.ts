// What each action's form asks, as rows.
// Invariant: this says how to ask, never who may act or what is enough; the server refuses, and
// its field errors are shown at the field whose path they name.
import type { Vocabulary } from '@/api/types'

export type LabelSource = Exclude<keyof Vocabulary, 'reject_reasons'>

export type Field =
  | { name: string; kind: 'text'; rows: number; optional?: true }
  | { name: string; kind: 'line'; optional?: true }
  | { name: string; kind: 'choice'; from: LabelSource; optional?: true }
  | { name: string; kind: 'office' }
  | { name: string; kind: 'reason' }
  | { name: string; kind: 'unit' }
  | { name: string; kind: 'switch' }
  | { name: string; kind: 'moment' }

export const forms: Record<string, Field[]> = {
  accept: [
    { name: 'category', kind: 'choice', from: 'categories' },
    { name: 'urgent', kind: 'switch' },
  ],
  reject: [
    { name: 'reason', kind: 'reason' },
    { name: 'text', kind: 'text', rows: 5 },
    { name: 'channel', kind: 'line', optional: true },
  ],
  record: [
    { name: 'category', kind: 'choice', from: 'categories' },
    { name: 'text', kind: 'text', rows: 6 },
  ],
  dispatch: [
    { name: 'unit', kind: 'unit' },
    { name: 'note', kind: 'text', rows: 4, optional: true },
  ],
  sign_for: [],
  reply: [
    { name: 'contact.person', kind: 'line' },
    { name: 'contact.number', kind: 'line' },
    { name: 'contact.at', kind: 'moment' },
    { name: 'contact.satisfied', kind: 'choice', from: 'scores', optional: true },
    { name: 'text', kind: 'text', rows: 6 },
    { name: 'public_reply', kind: 'text', rows: 6 },
  ],
  call_back: [
    { name: 'outcome', kind: 'choice', from: 'callback_outcomes' },
    { name: 'note', kind: 'text', rows: 4, optional: true },
  ],
  redo: [{ name: 'reason', kind: 'text', rows: 5 }],
  supervise: [{ name: 'reason', kind: 'text', rows: 5 }],
  answer: [{ name: 'text', kind: 'text', rows: 8 }],
  pass_on_station: [{ name: 'note', kind: 'text', rows: 4, optional: true }],
  pass_on_office: [
    { name: 'office', kind: 'office' },
    { name: 'note', kind: 'text', rows: 4, optional: true },
  ],
  pass_on_hotline: [
    { name: 'category', kind: 'choice', from: 'categories', optional: true },
    { name: 'urgent', kind: 'switch' },
    { name: 'note', kind: 'text', rows: 4, optional: true },
  ],
  give_back: [{ name: 'note', kind: 'text', rows: 4, optional: true }],
}

/** An action this release has no form for can still be confirmed; the server says what it lacks. */
export function fieldsOf(action: string): Field[] {
  return forms[action] ?? []
}

export function emptyValues(fields: Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, field.kind === 'switch' ? false : '']))
}

/** Dotted names become nested objects; what was left empty is left out. */
export function bodyOf(fields: Field[], values: Record<string, unknown>): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const { name } of fields) {
    const value = typeof values[name] === 'string' ? (values[name] as string).trim() : values[name]
    if (value === '' || value === undefined || value === null) continue
    const [outer, inner] = name.split('.') as [string, string?]
    if (inner === undefined) body[outer] = value
    else body[outer] = { ...(body[outer] as object | undefined), [inner]: value }
  }
  return body
}

export const pathOf = (name: string): string => '/' + name.replace('.', '/')
