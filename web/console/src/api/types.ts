// The shapes the server sends and takes, under the names this console uses: generated from the
// server's own description, but for the few that it does not describe.
import type * as api from '../../../api/schema'
import type { ProblemBasis, Text2, TimelineEntry, Vocabulary } from '../../../api/schema'

export type {
  ActionView,
  AddendumView as Addendum,
  Adopted,
  CityView as City,
  ClockView,
  Content,
  DeputyCard,
  CountText as Count,
  Done as CaseStub,
  Evaluation,
  Extension,
  FieldError,
  FormalReplyView as FormalReply,
  GivenPromise as Promised,
  GivenReply as Reply,
  JointSignatory,
  LifecycleText as Lifecycle,
  LimitText as Limit,
  LinkedSuggestion,
  MessageCard,
  NoticeImported,
  OrderCard,
  PersonView as Person,
  AttachmentCard,
  AttachmentView as Attachment,
  Progress,
  QueueView as QueueCount,
  RegulationTexts,
  RejectionView as Rejection,
  ReplyCodeText as ReplyCode,
  Return,
  RowText as RuleRow,
  RulebookText as Rulebook,
  StationCard,
  SameMatter,
  SessionView as Session,
  SuggestionCard,
  SupervisionView as Supervision,
  Text2,
  TimelineEntry,
  UnitCard as Unit,
  Vocabulary,
  WarningView as Warning,
  WhatIf,
  WorkView as Work,
} from '../../../api/schema'

// The kind tells them apart for the compiler too.
export type OrderView = api.OrderView & { kind: 'order' }
export type MessageView = api.MessageView & { kind: 'message' }
export type SuggestionView = api.SuggestionView & { kind: 'suggestion' }
export type CaseView = OrderView | MessageView | SuggestionView
export type Kind = CaseView['kind']

/** A refusal's article, and an action's or a clock's, which may be a choice of our own. */
export type Basis = ProblemBasis & { ours?: boolean }

export type Labels = Vocabulary['states']

export interface Page<T> {
  items: T[]
  next?: string
}

/** application/problem+json; the changes come after a 412. */
export type Problem = Omit<api.Problem, 'changes'> & { changes?: TimelineEntry[] }

export interface LiveCase {
  kind: string
  id: number
  version: number
  state: string
  action: string
  at: string
}

export interface DemoPerson {
  role: string
  name: string
  text: Text2
  login?: string
  password?: string
  phone?: string
  console: boolean
}

export interface Demo {
  now: string
  people: DemoPerson[]
}
