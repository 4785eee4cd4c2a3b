// The message a person is writing. A draft survives everything (a closed page, a lost network, a
// detour to sign-in) until the server has confirmed that it took the message.
import type { NewMessage, Position, ProblemBody, Text2 } from '@/api/types'
import { keptPieces } from './kept'
import type { Piece } from './media'
import { onStoredElsewhere } from './tabs'

export const PROMPTS = ['where', 'what', 'ask', 'when', 'who', 'before'] as const
export type Prompt = (typeof PROMPTS)[number]

/** Only these three block sending (R2). */
export const NEEDED: readonly Prompt[] = ['where', 'what', 'ask']

/** Said of an open matter nearby: mine is another one. */
export const APART = 0

export interface Draft {
  /** The deputy's name, for when there is no network to ask for it. */
  name: string
  content: Record<Prompt, string>
  pieces: Piece[]
  position?: Position
  /** What a map calls that place; the person reads it, and it is not sent. */
  placeName?: string
  /** The open matter it joins, or APART; nothing while nobody was asked. */
  joins?: number
  /** The key of its sending. It stays until the server has decided, whatever is changed meanwhile, so
      that a message whose answer got lost can't be taken twice. */
  key?: string
  /** How far the person came, to go on from there. */
  step?: string
}

export function emptyDraft(): Draft {
  return {
    name: '',
    content: { when: '', where: '', who: '', what: '', before: '', ask: '' },
    pieces: [],
  }
}

export function draftIsEmpty(draft: Draft): boolean {
  return (
    PROMPTS.every((prompt) => draft.content[prompt].trim() === '') &&
    draft.pieces.length === 0 &&
    !draft.position
  )
}

export const isBlank = (draft: Draft, prompt: Prompt) => draft.content[prompt].trim() === ''

/** The body to send: what was left blank is left out, and the server judges the rest. */
export function newMessage(draft: Draft, deputy: string, noticeVersion: string): NewMessage {
  const { when, where, who, what, before, ask } = draft.content
  const attachments = draft.pieces.flatMap(({ id }) => id ?? [])
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
    ...(attachments.length && { attachments }),
    ...(draft.position && { position: draft.position }),
    ...(draft.joins && { joins: draft.joins }),
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

// A slot is the code of the deputy written to, or the name of a message that waits for the network.
const PREFIX = 'mashang.draft.'

export function loadDraft(slot: string): Draft {
  const fresh = emptyDraft()
  try {
    const stored = JSON.parse(uni.getStorageSync(PREFIX + slot) || '{}') as Partial<Draft>
    return { ...fresh, ...stored, content: { ...fresh.content, ...stored.content } }
  } catch {
    return fresh
  }
}

/** Whether the phone has it; a full storage keeps nothing more, and then only the page has it. */
export function saveDraft(slot: string, draft: Draft): boolean {
  try {
    if (draftIsEmpty(draft)) dropDraft(slot)
    else uni.setStorageSync(PREFIX + slot, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(slot: string) {
  uni.removeStorageSync(PREFIX + slot)
}

/** Hears of it when the draft is changed, sent or cleared in another tab. */
export function followDraft(slot: string, heard: (now: Draft) => void): () => void {
  return onStoredElsewhere(PREFIX + slot, () => heard(loadDraft(slot)))
}

/** The keys of all media that some draft, or a form of a case, still needs. */
export function piecesInUse(): Set<string> {
  const slots = uni.getStorageInfoSync().keys.filter((name) => name.startsWith(PREFIX))
  const drafts = slots.map((name) => loadDraft(name.slice(PREFIX.length)))
  return new Set([...drafts.flatMap(({ pieces }) => pieces.map(({ key }) => key)), ...keptPieces()])
}
