// One row a request.
#include "store/data_request_store.h"

namespace mashang::store {
namespace {

constexpr std::string_view kSelect =
    "select id, person_id, kind, asked_at, done_at from data_request where ";

DataRequest read_request(Row& row) {
  return {.id = row.take<std::int64_t>(),
          .person = row.take<PersonId>(),
          .kind = row.take<DataRequestKind>(),
          .asked_at = row.take<Instant>(),
          .done_at = row.take<std::optional<Instant>>()};
}

}  // namespace

std::int64_t add_data_request(Connection& connection, const DataRequest& request) {
  return *connection.value<std::int64_t>(
      "insert into data_request (person_id, kind, asked_at, done_at) values ($1, $2, $3, $4)"
      " returning id",
      request.person, request.kind, request.asked_at, request.done_at);
}

std::optional<DataRequest> find_waiting_erasure(Connection& connection, PersonId person) {
  static const std::string kSql =
      std::string(kSelect) + "person_id = $1 and kind = 'erasure' and done_at is null";
  return connection.one(kSql, read_request, person);
}

std::vector<DataRequest> waiting_erasures(Connection& connection) {
  static const std::string kSql =
      std::string(kSelect) + "done_at is null and kind = 'erasure' order by id";
  return connection.all(kSql, read_request);
}

std::vector<DataRequest> data_requests_of(Connection& connection, PersonId person) {
  static const std::string kSql = std::string(kSelect) + "person_id = $1 order by id";
  return connection.all(kSql, read_request, person);
}

void end_data_request(Connection& connection, std::int64_t id, Instant now) {
  connection.run("update data_request set done_at = $2 where id = $1 and done_at is null", id, now);
}

}  // namespace mashang::store
