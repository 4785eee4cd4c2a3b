// Once: one request, one effect, one answer, however often it is sent. The answer is kept in the
// same transaction as the effect.
#pragma once

#include <functional>
#include <optional>

#include "desk/act.h"

namespace mashang::desk {

/// What a job on the writer's thread brought about: the answer, and what to tell after the commit.
struct Outcome {
  Answer answer;
  std::vector<Change> changes = {};
};

Outcome denied(Denied::Why why, std::int64_t version = 0);
Outcome refused(const rules::Refusal& refusal, std::int64_t version);

/// What was answered to this key before; `same` unless the key came with another request.
struct Earlier {
  bool same = false;
  std::string answer;  // JSON
};
std::optional<Earlier> find_earlier(store::Connection& connection, const Person& person,
                                    const Once& once);
void keep_answer(store::Connection& connection, const Person& person, const Once& once,
                 const std::string& answer, Instant now);

/// The answer given to the same action before, or the refusal of a key that came with another one.
std::optional<Outcome> answered_before(store::Connection& connection, const Person& person,
                                       const Once& once);

/// Saves the decision and keeps its answer under the key.
Outcome finish(const Desk& desk, store::Connection& connection, const Person& person,
               const Once& once, const cases::Decision& decision, Instant now);

/// Runs `job` on the writer's thread, tells its changes and then responds, after the commit.
void write_once(Desk& desk, Respond respond, std::function<Outcome(store::Connection&)> job);

}  // namespace mashang::desk
