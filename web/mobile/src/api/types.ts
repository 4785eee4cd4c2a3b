// The shapes of /api/v1, written by hand until they are generated from the server's OpenAPI file.
// The names follow the schema names of that file, so that the generated ones can take their place.

/** What people read, in both languages. */
export interface Text2 {
  zh: string
  en: string
}

export type Labels = Record<string, Text2>

export interface Page<Item> {
  items: Item[]
  next?: string
}

export interface City {
  name: Text2
  code: string
  demo: boolean
  now: string
  rulebook: string
  notice: { version: string; brief: Text2; text: Text2 }
  emergency: { number: string; text: Text2 }[]
}

export interface Vocabulary {
  states: Labels
  actions: Labels
  roles: Labels
  clocks: Labels
  categories: Labels
  scores: Labels
  levels: Labels
}

export interface Named {
  code: string
  name: string
}

export interface Person {
  id: number
  name: string
  role: string
  title?: Text2
  phone?: string
  station?: Named
  region?: Named
}

export interface Session {
  person: Person
  csrf: string
  expires_at: string
}

export interface SignInCode {
  phone: string
  expires_at: string
  resend_after_seconds: number
  demo_code?: string
}

export interface DeputyCard {
  code: string
  name: string
  levels: string[]
  status: string
  station: Named
  about: string
  answered_count: number
}

export interface StationCard {
  code: string
  name: string
  township: Named
  county: Named
  address: string
  open_days: string
  deputy_count: number
}

export interface StationView extends StationCard {
  deputies: DeputyCard[]
}

export interface Photo {
  id: number
  media_type?: string
  size?: number
  width?: number
  height?: number
}

/** The six things a message says. */
export interface Content {
  when?: string
  where: string
  who?: string
  what: string
  before?: string
  ask: string
}

export interface Position {
  lat: number
  lng: number
}

export interface NewMessage {
  deputy: string
  content: Content
  photos?: number[]
  position?: Position
  notice_version: string
}

export interface CaseRef {
  kind: string
  id: number
  number: string
  version: number
  state: string
}

export interface Holder {
  role: string
  name: string
  text: Text2
}

export interface Due {
  clock: string
  due_at: string
  due_text: Text2
  late: boolean
}

export interface MessageCard {
  id: number
  number: string
  version: number
  state: string
  title: string
  deputy: Named
  resident: string
  created_at: string
  updated_at: string
  holder: Holder
  next_due?: Due
  unread: boolean
}

export interface Basis {
  law: string
  article: string
  title: Text2
  ours?: boolean
}

export interface ClockView extends Due {
  started_at: string
  limit: Text2
  provisional: boolean
  stopped_at?: string
  why: Text2
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

export interface Rejection {
  reason: { code: string; text: Text2 }
  detail: string
  channel?: Text2 | string
}

export interface Answer {
  by: { role: string; name: string }
  text: string
  at: string
  relayed_from?: string
}

/** What was added to a message after it was sent; `by` is a role, `photos` are ids. */
export interface Addition {
  by: string
  text: string
  photos: number[]
  at: string
}

export interface LinkedOrder {
  id: number
  number: string
  state: string
  unit?: string
  next_due?: Due
}

export interface MessageView {
  kind: 'message'
  id: number
  number: string
  version: number
  state: string
  created_at: string
  content: Content
  photos: Photo[]
  position?: Position
  deputy: Named
  station: Named
  resident: { name: string; phone: string }
  holder: Holder
  supplements: Addition[]
  answers: Answer[]
  result?: { text: string; from: string; at: string }
  rejection?: Rejection
  rating?: { score: string; comment?: string; at: string }
  order?: LinkedOrder
  clocks: ClockView[]
  timeline: TimelineEntry[]
  actions: ActionView[]
}

/** application/problem+json */
export interface ProblemBody {
  type?: string
  title?: string
  status?: number
  code: string
  detail?: string
  text?: Text2
  basis?: Basis
  errors?: { path: string; code: string; text: Text2 }[]
  version?: number
  changes?: TimelineEntry[]
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
