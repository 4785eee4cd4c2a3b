// What a deputy, and the clerks who help him, ask about the work itself: earlier messages of the same
// resident, ready answers, reminders, the duty record (R62) and the days at the station.
import { request } from './http'
import type { MessageCard, Text2 } from './types'

export interface AnswerTemplate {
  /** Only his own have one, so only those can be deleted. */
  id?: number
  title: string
  text: string
  own: boolean
}

export interface Warning {
  kind: string
  id: number
  number: string
  clock: string
  mark: string
  due_at: string
  due_text: Text2
  at: string
}

export interface DutyCase {
  kind: string
  id: number
  number: string
}

/** One figure; `value` is what people read. */
export interface Figure {
  code: string
  label: Text2
  value: Text2
  count?: number
  average_hours?: number
  median_hours?: number
  cases: DutyCase[]
}

export interface DutyRecord {
  deputy: { code: string; name: string }
  from: string
  to: string
  figures: Figure[]
}

export interface StationDay {
  day: string
  from: string
  to: string
  station: { code: string; name: string }
}

export const duty = {
  earlier: (message: number) =>
    request<{ items: MessageCard[] }>({ path: `/messages/${message}/earlier` }),
  templates: () => request<{ items: AnswerTemplate[] }>({ path: '/answer-templates' }),
  saveTemplate: (body: { title: string; text: string }, idempotencyKey: string) =>
    request<{ id: number }>({ method: 'POST', path: '/answer-templates', body, idempotencyKey }),
  dropTemplate: (id: number) =>
    request<void>({ method: 'DELETE', path: `/answer-templates/${id}` }),
  warnings: () => request<{ items: Warning[] }>({ path: '/warnings' }),
  record: (query: { from: string; to: string; deputy?: string }) =>
    request<DutyRecord>({ path: '/duty-record', query }),
  days: () => request<{ items: StationDay[] }>({ path: '/station-days' }),
}
