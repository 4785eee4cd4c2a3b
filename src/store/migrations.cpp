// The schema, step by step. Types are those both databases know; ids are `integer primary key`,
// which SQLite numbers by itself. Instants are milliseconds since 1970 in UTC; yes and no are 1, 0.
#include "store/migrations.h"

#include <array>

namespace mashang::store {
namespace {

constexpr std::string_view kFirst = R"sql(
-- The city: its divisions (GB/T 2260 codes), stations, units, and the people of all of them.
create table region (
  code text primary key,
  name text not null,
  parent text references region (code)
);
create table station (
  id integer primary key,
  code text not null unique,
  name text not null,
  township text not null references region (code),
  county text not null references region (code),
  address text not null,
  -- When somebody is there: a rule as JSON (calendar/open_days.h).
  open_rule text not null
);
create index station_of_county on station (county, code);
create table unit (
  id integer primary key,
  name text not null,
  kind text not null,
  region text not null references region (code)
);
create table person (
  id integer primary key,
  role text not null,
  name text not null,
  login text unique,
  password_hash text,
  phone text,
  unit_id bigint references unit (id),
  station_id bigint references station (id),
  region text references region (code),
  created_at bigint not null,
  disabled_at bigint,
  -- A deputy's number is the deputy's only; another person with it would be let in as him.
  unique (role, phone)
);
create table deputy (
  id integer primary key,
  code text not null unique,
  person_id bigint not null unique references person (id),
  name text not null,
  phone text not null unique,
  station_id bigint not null references station (id),
  levels text not null,
  status text not null,
  about text not null
);
create index deputy_of_station on deputy (station_id, code);

-- R72: what people asked about their own data, and when it was done. Names are not kept here.
create table data_request (
  id integer primary key,
  person_id bigint not null references person (id),
  kind text not null,
  asked_at bigint not null,
  done_at bigint
);
create index data_request_open on data_request (id) where done_at is null;
create index data_request_of_person on data_request (person_id, id);
-- What a deputy likes to say, in his own words; the city's own stand in its data.
create table answer_template (
  id integer primary key,
  deputy_id bigint not null references deputy (id),
  title text not null,
  text text not null,
  created_at bigint not null
);
create index answer_template_of_deputy on answer_template (deputy_id, id);

-- Signing in. Of tokens and codes only the hash is kept: whoever reads the file can't use them.
create table session (
  token_hash text primary key,
  person_id bigint not null references person (id),
  csrf text not null,
  created_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null
);
create index session_by_end on session (expires_at);
create table sign_in_code (
  phone text primary key,
  code_hash text not null,
  sent_at bigint not null,
  expires_at bigint not null,
  tries integer not null,
  hour_started_at bigint not null,
  sent_in_hour integer not null
);

-- The kinds of case. `doc` is the whole case as JSON; the columns are what queues are made of,
-- and are checked against it whenever it is read. No clock running: next_due is in the year 9999.
create table message (
  id integer primary key,
  number text not null unique,
  version bigint not null,
  state text not null,
  resident_id bigint not null references person (id),
  deputy_id bigint not null references deputy (id),
  station_id bigint not null references station (id),
  office text not null,
  created_at bigint not null,
  updated_at bigint not null,
  next_due bigint not null,
  joins_id bigint references message (id),
  published integer not null,
  doc text not null
);
create index message_published on message (station_id) where published = 1;
create index message_joining on message (joins_id) where joins_id is not null;
create index message_of_resident on message (resident_id, state, next_due, id);
create index message_of_deputy on message (deputy_id, state, next_due, id);
create index message_of_station on message (station_id, state, next_due, id);
create index message_of_office on message (office, state, next_due, id);
create table orders (
  id integer primary key,
  number text not null unique,
  version bigint not null,
  state text not null,
  deputy_id bigint not null references deputy (id),
  unit_id bigint references unit (id),
  message_id bigint references message (id),
  matter_id bigint,
  request_waits integer not null,
  supervised integer not null,
  created_at bigint not null,
  updated_at bigint not null,
  next_due bigint not null,
  doc text not null
);
create index orders_of_matter on orders (matter_id) where matter_id is not null;
create index orders_by_state on orders (state, next_due, id);
create index orders_of_deputy on orders (deputy_id, state, next_due, id);
create index orders_of_unit on orders (unit_id, state, next_due, id);
create index orders_of_message on orders (message_id, id);
create table suggestion (
  id integer primary key,
  number text not null unique,
  version bigint not null,
  state text not null,
  deputy_id bigint not null references deputy (id),
  office text not null,
  unit_id bigint references unit (id),
  order_id bigint references orders (id),
  request_waits integer not null,
  created_at bigint not null,
  updated_at bigint not null,
  next_due bigint not null,
  doc text not null
);
create index suggestion_by_state on suggestion (state, next_due, id);
create index suggestion_of_deputy on suggestion (deputy_id, state, next_due, id);
create index suggestion_of_office on suggestion (office, state, next_due, id);
create index suggestion_of_unit on suggestion (unit_id, state, next_due, id);
create index suggestion_of_order on suggestion (order_id) where order_id is not null;
-- The messages that led to a suggestion, and those that wait for an order beside its own.
create table suggestion_source (
  message_id bigint not null references message (id),
  suggestion_id bigint not null references suggestion (id),
  primary key (message_id, suggestion_id)
);
-- Ties to many: the units that assist, the deputies who sign jointly. `owes`: their part is not
-- given yet. State and next_due are those of the case, so that a queue is one stretch of an index.
create table case_party (
  case_kind text not null,
  case_id bigint not null,
  tie text not null,
  party bigint not null,
  owes integer not null,
  state text not null,
  next_due bigint not null,
  primary key (case_kind, case_id, tie, party)
);
create index case_party_queue on case_party (tie, party, case_kind, state, next_due, case_id);
create table clock (
  case_kind text not null,
  case_id bigint not null,
  place integer not null,
  clock text not null,
  nth integer not null,
  unit_id bigint,
  started_at bigint not null,
  half_at bigint not null,
  four_fifths_at bigint not null,
  due_at bigint not null,
  provisional integer not null,
  length text not null,
  mode text not null,
  basis text not null,
  stopped_at bigint,
  moves text not null,
  -- How many of the three warnings were given (R54), and when the next one is due.
  marks_told integer not null,
  mark_at bigint,
  primary key (case_kind, case_id, place),
  unique (case_kind, case_id, clock, nth)
);
create index clock_running on clock (clock, due_at, case_kind, case_id) where stopped_at is null;
create index clock_to_warn on clock (mark_at) where stopped_at is null and mark_at is not null;
create index clock_provisional on clock (case_kind, case_id)
  where stopped_at is null and provisional = 1;
-- R54: who was told of which mark of which clock, and when.
create table warning (
  id integer primary key,
  case_kind text not null,
  case_id bigint not null,
  number text not null,
  clock text not null,
  nth integer not null,
  mark text not null,
  audience text not null,
  target text not null,
  due_at bigint not null,
  at bigint not null,
  unique (case_kind, case_id, clock, nth, mark)
);
create index warning_of_target on warning (target, at);

-- The timeline (R73): rows are added, chained by their hashes, and never changed or taken away.
create table event (
  seq integer primary key,
  case_kind text not null,
  case_id bigint not null,
  case_version bigint not null,
  at bigint not null,
  actor_role text not null,
  actor_id bigint references person (id),
  actor_name text not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  details text not null,
  prev_hash text not null,
  hash text not null,
  unique (case_kind, case_id, case_version)
);
create trigger event_stays_as_it_is before update on event
begin select raise(abort, 'the timeline is append-only'); end;
create trigger event_stays before delete on event
begin select raise(abort, 'the timeline is append-only'); end;

create table outbox (
  id integer primary key,
  event_seq bigint references event (seq),
  warning_id bigint references warning (id),
  target text not null,
  kind text not null,
  payload text not null,
  state text not null,
  tries integer not null,
  created_at bigint not null,
  next_at bigint not null,
  sent_at bigint
);
create index outbox_by_turn on outbox (state, next_at, id);

create table attachment (
  id integer primary key,
  kind text not null,
  sha256 text not null,
  media_type text not null,
  size bigint not null,
  width integer not null,
  height integer not null,
  seconds integer not null,
  uploader bigint not null references person (id),
  created_at bigint not null,
  case_kind text,
  case_id bigint
);
create index attachment_without_case on attachment (created_at) where case_id is null;
create index attachment_by_bytes on attachment (sha256);

create table idempotency (
  owner text not null,
  key text not null,
  request_hash text not null,
  answer text not null,
  created_at bigint not null,
  primary key (owner, key)
);
create index idempotency_by_age on idempotency (created_at);
-- What changed the rules since the server was installed: versions of the rulebook, years' notices.
create table rulebook (
  version integer primary key,
  from_day text not null,
  toml text not null,
  reason text not null,
  adopted_by bigint references person (id),
  adopted_at bigint not null
);
create table notice_file (
  year integer primary key,
  text text not null,
  imported_by bigint references person (id),
  imported_at bigint not null
);
create table setting (key text primary key, value text not null);
create table counter (name text primary key, value bigint not null);
)sql";

constexpr std::array kSteps{kFirst};

}  // namespace

std::span<const std::string_view> migrations() { return kSteps; }

}  // namespace mashang::store
