// act: a person takes an action on a case. The one way in which a case that exists changes by hand.
#pragma once

#include <boost/describe/class.hpp>
#include <functional>
#include <optional>
#include <string>

#include "cases/decide.h"
#include "desk/desk.h"

namespace mashang::desk {

/// One request may be sent twice; `key` makes it have one effect. `digest` tells two requests apart
/// that carry the same key by mistake.
struct Once {
  std::string key;
  std::string digest;
};

struct ActRequest {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::int64_t version = 0;  // the one the actor has seen
  rules::Action action{};
  cases::Input input;
  Once once;
};

/// What came into being: the answer to every action.
struct Done {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
  std::int64_t version = 0;
  rules::State state{};
  std::optional<std::string> receipt_code = {};  // of a message that was sent
};
BOOST_DESCRIBE_STRUCT(Done, (), (kind, id, number, version, state, receipt_code))

/// Why nothing happened.
struct Denied {
  enum class Why {
    not_there,   // no such case, or none this person may see
    faster,      // somebody acted since; `version` is the current one
    refused,     // a rule says no
    key_reused,  // the same key came with another request
    busy,        // too much waits to be written; ask again
    fault,       // the store failed; `detail` is for the log
  };
  Why why{};
  std::int64_t version = 0;
  rules::Refusal refusal = {};
  std::string detail = {};
};

using Answer = Result<Done, Denied>;
using Respond = std::function<void(Answer)>;

/// Decides and saves on the writer's thread; `respond` is called there after the commit, once.
void act(Desk& desk, const Person& person, ActRequest request, Respond respond);

}  // namespace mashang::desk
