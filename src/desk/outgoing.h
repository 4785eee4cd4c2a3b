// What the rows of the outbox say: written where something happens, read when it is told. The words
// are made then, in the voice that fits whom it is for.
#pragma once

#include <boost/describe/class.hpp>
#include <string>

#include "base/time.h"
#include "rules/vocabulary.h"

namespace mashang::desk {

/// Of the kind "notice": an event of a case.
struct NoticePayload {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
  rules::Action action{};
  rules::State state{};
};
BOOST_DESCRIBE_STRUCT(NoticePayload, (), (kind, id, number, action, state))

/// Of the kind "warning": a clock that reached a mark.
struct WarningPayload {
  rules::CaseKind kind{};
  std::int64_t id = 0;
  std::string number;
  rules::Clock clock{};
  rules::Mark mark{};
  Instant due_at;
};
BOOST_DESCRIBE_STRUCT(WarningPayload, (), (kind, id, number, clock, mark, due_at))

}  // namespace mashang::desk
