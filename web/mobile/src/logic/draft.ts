// The message a person is writing. A draft survives everything (a closed page, a lost network, a
// detour to sign-in) until the server has confirmed that it took the message.
import type { Attachment, NewMessage, Position, ProblemBody, Text2 } from '@/api/types'
import type { Attempt } from './attempt'

export const PROMPTS = ['where', 'what', 'ask', 'when', 'who', 'before'] as const
export type Prompt = (typeof PROMPTS)[number]

export interface Draft {
  content: Record<Prompt, string>
  attachments: Attachment[]
  position?: Position
  attempt?: Attempt
}

export function emptyDraft(): Draft {
  return {
    content: { when: '', where: '', who: '', what: '', before: '', ask: '' },
    attachments: [],
  }
}

export function draftIsEmpty(draft: Draft): boolean {
  return (
    PROMPTS.every((prompt) => draft.content[prompt].trim() === '') &&
    draft.attachments.length === 0 &&
    !draft.position
  )
}

/** The body to send: what was left blank is left out, and the server judges the rest. */
export function newMessage(draft: Draft, deputy: string, noticeVersion: string): NewMessage {
  const { when, where, who, what, before, ask } = draft.content
  return {
    deputy,
    content: {
      ...(when.trim() && { when: when.trim() }),
      where: where.trim(),
      ...(who.trim() && { who: who.trim() }),
      what: what.trim(),
      ...(before.trim() && { before: before.trim() }),
      ask: ask.trim(),
    },
    ...(draft.attachments.length && { attachments: draft.attachments.map((one) => one.id) }),
    ...(draft.position && { position: draft.position }),
    notice_version: noticeVersion,
  }
}

/** The server's remarks on single fields, by the last part of their path ("/content/what" is "what"). */
export function fieldErrors(problem: ProblemBody): Record<string, Text2> {
  const found: Record<string, Text2> = {}
  for (const error of problem.errors ?? []) {
    const steps = error.path.split('/').filter((step) => !/^\d*$/.test(step))
    const name = steps[steps.length - 1] ?? ''
    found[name] ??= error.text
  }
  return found
}

function storageName(deputy: string) {
  return `mashang.draft.${deputy}`
}

export function loadDraft(deputy: string): Draft {
  const fresh = emptyDraft()
  try {
    const stored = JSON.parse(uni.getStorageSync(storageName(deputy)) || '{}') as Partial<Draft>
    return { ...fresh, ...stored, content: { ...fresh.content, ...stored.content } }
  } catch {
    return fresh
  }
}

export function saveDraft(deputy: string, draft: Draft) {
  if (draftIsEmpty(draft)) dropDraft(deputy)
  else uni.setStorageSync(storageName(deputy), JSON.stringify(draft))
}

export function dropDraft(deputy: string) {
  uni.removeStorageSync(storageName(deputy))
}
