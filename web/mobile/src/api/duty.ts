// What a deputy, and the clerks who help him, ask about the work itself: earlier messages of the same
// resident, ready answers, reminders, the duty record (R62) and the days at the station.
import { request } from './http'
import type { AnswerTemplate, DutyRecord, MessageCard, StationDay, Warning } from './types'

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
