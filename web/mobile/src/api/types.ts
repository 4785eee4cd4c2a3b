// The shapes of /api/v1 under the names these pages use: generated from the server's own description,
// but for the few that it does not describe.
import type {
  MessageView,
  OrderView,
  Problem,
  StationCard,
  SuggestionView,
  Text2,
  TimelineEntry,
} from '../../../api/schema'

export type {
  ActionView,
  AdditionView as Addition,
  AnswerView as Answer,
  AttachmentView as Attachment,
  BasisView as Basis,
  NoticeChoice as Notices,
  CityView as City,
  ClockView,
  CodeSent as SignInCode,
  Content,
  DeputyCard,
  Done as CaseRef,
  Draft as NewSuggestion,
  DueView as Due,
  DutyCase,
  DutyFigure as Figure,
  DutyRecord,
  ErasureAnswer as Erasure,
  FollowedMessage as LookedUp,
  FormalReplyView as FormalReply,
  LinkedSuggestion,
  MatterCard as OpenMatter,
  MessageCard,
  MessageDraft as NewMessage,
  MessageView,
  NoticeChannel as ChannelName,
  OrderCard,
  OrderView,
  PersonView as Person,
  Position,
  PushAddress,
  QueueList,
  RejectionView as Rejection,
  SessionView as Session,
  SignIn,
  StationCard,
  StationDay,
  SuggestionCard,
  SuggestionView,
  TemplateView as AnswerTemplate,
  Text2,
  TimelineEntry,
  Vocabulary,
  WarningView as Warning,
  Wording,
} from '../../../api/schema'

export interface Page<Item> {
  items: Item[]
  next?: string
}

export type CaseView = MessageView | OrderView | SuggestionView

/** A station as its own page shows it. */
export type StationView = StationCard & Required<Pick<StationCard, 'deputies'>>

/** application/problem+json; where no answer came, only the code is known. */
export type ProblemBody = Partial<Omit<Problem, 'changes'>> & {
  code: string
  changes?: TimelineEntry[]
  /** With `wechat_unbound`: what the sign-in by number brings along. */
  bind?: string
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
  codes: { station: string; deputy: string }
}

export interface CaseEvent {
  kind: string
  id: number
  version: number
  state: string
  action: string
  at: string
}

/** Outlines of the counties, as GeoJSON has them. */
export interface Outline {
  features: {
    properties: { name?: string; code?: string }
    geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown }
  }[]
}
