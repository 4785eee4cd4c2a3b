// Own data (R72): all that is kept about a person, for himself. Invariant: it holds what is his and
// nothing of anybody else but what he was told.
#pragma once

#include "desk/answer_templates.h"
#include "desk/reads.h"
#include "store/data_request_store.h"

namespace mashang::desk {

using DataRequestKind = store::DataRequestKind;

struct OwnRequest {
  DataRequestKind kind{};
  Instant asked_at;
  std::optional<Instant> done_at;
};
BOOST_DESCRIBE_STRUCT(OwnRequest, (), (kind, asked_at, done_at))

struct OwnSession {
  Instant created_at;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(OwnSession, (), (created_at, expires_at))

struct OwnData {
  std::string name;
  std::string phone;
  Instant created_at;
  std::vector<OwnSession> sessions;
  std::vector<OwnRequest> requests;
  std::vector<Template> templates;
  std::vector<CaseReading> messages;
};

OwnData read_own_data(Desk& desk, const Person& person);

}  // namespace mashang::desk
