// The shapes the server sends and takes, as this console uses them.
// Invariant: every other file takes its API types from here, so that types generated from the
// server's OpenAPI document can take the place of these lines without another file changing.

export interface Text2 {
  zh: string
  en: string
}

export interface Page<T> {
  items: T[]
  next?: string
}

export interface Basis {
  law: string
  article: string
  title: Text2
  ours?: boolean
}

export interface Region {
  code: string
  name: string
}

export interface Person {
  id: number
  name: string
  role: string
  title?: Text2
  phone?: string
  station?: { code: string; name: string }
  unit?: { id: number; name: string }
  region?: Region
}

export interface Session {
  person: Person
  csrf: string
  expires_at: string
}

export interface City {
  name: Text2
  code: string
  demo: boolean
  now: string
  rulebook: string
  emergency: { number: string; text: Text2 }[]
}

export type Labels = Record<string, Text2>

export interface RejectReason {
  code: string
  text: Text2
  channel?: Text2
}

export interface Vocabulary {
  states: Labels
  actions: Labels
  roles: Labels
  clocks: Labels
  categories: Labels
  reject_reasons: RejectReason[]
  scores: Labels
  callback_outcomes: Labels
  levels: Labels
  queues: Labels
  channels: Labels
}

export interface QueueCount {
  queue: string
  kind: 'message' | 'order'
  label: Text2
  count: number
  late: number
}

export interface NextDue {
  clock: string
  due_at: string
  due_text: Text2
  late: boolean
}

export interface OrderCard {
  id: number
  number: string
  version: number
  state: string
  title: string
  category?: string
  urgent: boolean
  unit?: { id: number; name: string }
  channel: string
  created_at: string
  updated_at: string
  region: Region
  next_due?: NextDue
  redo_count: number
}

export interface Holder {
  role: string
  name: string
  text: Text2
}

export interface MessageCard {
  id: number
  number: string
  version: number
  state: string
  title: string
  deputy: { code: string; name: string }
  resident: string
  created_at: string
  updated_at: string
  holder: Holder
  next_due?: NextDue
  unread: boolean
}

export interface Content {
  when?: string
  where: string
  who?: string
  what: string
  before?: string
  ask: string
}

export interface Photo {
  id: number
}

export interface ClockView {
  clock: string
  started_at: string
  due_at: string
  due_text: Text2
  limit?: Text2
  provisional: boolean
  stopped_at?: string
  late: boolean
  why?: Text2
  skipped: { day: string; text: Text2 }[]
  basis?: Basis
}

export interface TimelineEntry {
  seq: number
  at: string
  action: string
  actor: { role: string; name: string }
  from?: string
  to: string
  text: Text2
  note?: string
}

export interface ActionView {
  action: string
  noun: string
  href: string
  label: Text2
  allowed: boolean
  why?: { code: string; text: Text2; basis?: Basis }
}

export interface Contact {
  person: string
  number: string
  at: string
  satisfied?: string
}

export interface Reply {
  text: string
  public_reply: string
  contact: Contact
  by: string
  at: string
}

export interface Rejection {
  reason: { code: string; text: Text2 }
  detail?: string
  channel?: Text2
}

interface CaseCommon {
  id: number
  number: string
  version: number
  state: string
  created_at?: string
  content: Content
  photos: Photo[]
  position?: { lat: number; lng: number }
  rejection?: Rejection
  clocks: ClockView[]
  timeline: TimelineEntry[]
  actions: ActionView[]
}

export interface OrderView extends CaseCommon {
  kind: 'order'
  title: string
  region: Region
  channel: string
  category?: string
  urgent: boolean
  deputy?: { code: string; name: string; phone?: string }
  /** Absent for those who must not know who wrote. */
  resident?: { name: string; phone?: string }
  station?: { code: string; name: string }
  message?: { id: number; number: string }
  deputy_note?: string
  holder?: Holder
  unit?: { id: number; name: string }
  dispatch_note?: string
  receipt?: { by: string; at: string }
  reply?: Reply
  replies?: Reply[]
  callbacks?: { outcome: string; note?: string; by: string; at: string }[]
  sent_back?: { action: string; reason: string; by: string; at: string }[]
  record?: string
  redo_count: number
}

export interface MessageView extends CaseCommon {
  kind: 'message'
  deputy: { code: string; name: string }
  station: { code: string; name: string }
  resident: { name: string; phone?: string }
  holder: Holder
  supplements: { by: string; text: string; photos?: number[]; at: string }[]
  answers: { by: { role: string; name: string }; text: string; at: string; relayed_from?: string }[]
  result?: { text: string; from: string; at: string }
  rating?: { score: string; comment?: string; at: string }
  order?: { id: number; number: string; state: string; unit?: string; next_due?: NextDue }
}

export type CaseView = OrderView | MessageView

export interface CaseStub {
  kind: string
  id: number
  number: string
  version: number
  state: string
}

export interface Unit {
  id: number
  name: string
  kind: string
}

export interface FieldError {
  path: string
  code: string
  text: Text2
}

export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  text?: Text2
  basis?: Basis
  errors?: FieldError[]
  version?: number
  changes?: TimelineEntry[]
}

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
  console: boolean
}

export interface Demo {
  now: string
  people: DemoPerson[]
}
