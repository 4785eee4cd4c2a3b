// A message's columns are worked out from the message by one function, both to write and to check.
#include "store/message_store.h"

#include "store/case_document.h"
#include "store/clock_store.h"

namespace mashang::store {
namespace {

constexpr auto kKind = rules::CaseKind::message;

struct Columns {
  std::int64_t id;
  std::string number;
  std::int64_t version;
  rules::State state;
  PersonId resident;
  DeputyId deputy;
  StationId station;
  std::string office;
  Instant created_at;
  Instant updated_at;
  Instant next_due;
  MessageId joins;
  bool published;

  bool operator==(const Columns&) const = default;
};

Columns columns_of(const cases::Message& message) {
  return {.id = message.head.id,
          .number = message.head.number,
          .version = message.head.version,
          .state = message.head.state,
          .resident = message.sender.resident,
          .deputy = message.sender.deputy,
          .station = message.sender.station,
          .office = message.office,
          .created_at = message.head.created_at,
          .updated_at = message.head.updated_at,
          .next_due = due_column(message.head),
          .joins = message.joins ? message.joins->message : MessageId{},
          .published = message.publication.has_value()};
}

Columns read_columns(Row& row) {
  return {.id = row.take<std::int64_t>(),
          .number = row.take<std::string>(),
          .version = row.take<std::int64_t>(),
          .state = row.take<rules::State>(),
          .resident = row.take<PersonId>(),
          .deputy = row.take<DeputyId>(),
          .station = row.take<StationId>(),
          .office = row.take<std::string>(),
          .created_at = row.take<Instant>(),
          .updated_at = row.take<Instant>(),
          .next_due = row.take<Instant>(),
          .joins = row.take<MessageId>(),
          .published = row.take<bool>()};
}

}  // namespace

std::optional<cases::Message> load_message(Connection& connection, MessageId id) {
  const auto read = [&](Row& row) {
    const Columns columns = read_columns(row);
    auto message = read_document<cases::Message>(row.take<std::string>(), kKind, columns.id);
    message.head.clocks = load_clocks(connection, kKind, columns.id);
    refine_times(message.head, columns.created_at, columns.updated_at);
    if (message.head.kind != kKind || columns_of(message) != columns) {
      refuse_case(kKind, columns.id, "its columns contradict its document or its clocks");
    }
    return message;
  };
  return connection.one(
      "select id, number, version, state, resident_id, deputy_id, station_id, office, created_at,"
      " updated_at, next_due, joins_id, published, doc from message where id = $1",
      read, id);
}

std::optional<MessageId> find_message(Connection& connection, std::string_view number) {
  return connection.value<MessageId>("select id from message where number = $1", number);
}

void insert_message(Connection& connection, const cases::Message& message) {
  const Columns c = columns_of(message);
  connection.run(
      "insert into message (id, number, version, state, resident_id, deputy_id, station_id, office,"
      " created_at, updated_at, next_due, joins_id, published, doc)"
      " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
      c.id, c.number, c.version, c.state, c.resident, c.deputy, c.station, c.office, c.created_at,
      c.updated_at, c.next_due, c.joins, c.published, to_json(message));
}

bool update_message(Connection& connection, const cases::Message& message, std::int64_t version) {
  const Columns c = columns_of(message);
  // Number, resident, deputy, station and what it joins are what they were when it was sent.
  return connection.run(
             "update message set version = $3, state = $4, office = $5, updated_at = $6,"
             " next_due = $7, published = $8, doc = $9 where id = $1 and version = $2",
             c.id, version, c.version, c.state, c.office, c.updated_at, c.next_due, c.published,
             to_json(message)) == 1;
}

std::vector<MessageId> messages_of_resident(Connection& connection, PersonId resident,
                                            std::int64_t before, int limit) {
  return connection.all(
      "select id from message where resident_id = $1 and id < $2 order by id desc limit $3",
      [](Row& row) { return row.take<MessageId>(); }, resident, before, limit);
}

std::vector<rules::State> states_of_resident(Connection& connection, PersonId resident) {
  return connection.all(
      "select state from message where resident_id = $1"
      " union select o.state from message m join orders o on o.message_id = m.id"
      " where m.resident_id = $1",
      [](Row& row) { return row.take<rules::State>(); }, resident);
}

std::vector<MessageId> published_messages(Connection& connection, StationId station, int limit) {
  return connection.all(
      "select id from message where station_id = $1 and published = 1"
      " and state not in ('withdrawn', 'closed') order by id desc limit $2",
      [](Row& row) { return row.take<MessageId>(); }, station, limit);
}

std::vector<NumberedMessage> messages_joining(Connection& connection, MessageId id) {
  return connection.all(
      "select id, number from message where joins_id = $1 and state <> 'withdrawn' order by id",
      [](Row& row) {
        return NumberedMessage{row.take<MessageId>(), row.take<std::string>()};
      },
      id);
}

std::vector<CaseRef> cases_of_ended_deputies(Connection& connection, int limit) {
  return connection.all(
      "select m.id from deputy d join message m on m.deputy_id = d.id and m.state in"
      " ('with_deputy', 'asked_back', 'result_back') where d.status = 'ended' limit $1",
      [](Row& row) {
        return CaseRef{kKind, row.take<std::int64_t>()};
      },
      limit);
}

}  // namespace mashang::store
