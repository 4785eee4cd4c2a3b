// Data request store: what people asked about their own data (R72), and when it was done.
// Invariant: a request is added once and done once; it says what was asked and by whom, never a
// name.
#pragma once

#include <boost/describe/enum.hpp>
#include <vector>

#include "store/connection.h"

namespace mashang::store {

enum class DataRequestKind { correction, erasure };
BOOST_DESCRIBE_ENUM(DataRequestKind, correction, erasure)

struct DataRequest {
  std::int64_t id = 0;
  PersonId person;
  DataRequestKind kind{};
  Instant asked_at;
  std::optional<Instant> done_at;  // empty while it waits
};

/// The id is given here; the one in the struct is ignored.
std::int64_t add_data_request(Connection& connection, const DataRequest& request);

/// The erasure that the person asked for and that waits.
std::optional<DataRequest> find_waiting_erasure(Connection& connection, PersonId person);

/// Those that wait, the oldest first.
std::vector<DataRequest> waiting_erasures(Connection& connection);

std::vector<DataRequest> data_requests_of(Connection& connection, PersonId person);

void end_data_request(Connection& connection, std::int64_t id, Instant now);

}  // namespace mashang::store
