// The answer to an action is small and is kept whole; views are read anew by whoever wants them.
#include "desk/once.h"

#include <cassert>

#include "base/json.h"
#include "desk/saving.h"
#include "store/idempotency_store.h"

namespace mashang::desk {
namespace {

std::string owner_of(const Person& person) { return std::to_string(person.viewer.person.value); }

}  // namespace

Outcome denied(Denied::Why why, std::int64_t version) {
  return {Failure{Denied{.why = why, .version = version}}};
}

Outcome refused(const rules::Refusal& refusal, std::int64_t version) {
  return {Failure{Denied{.why = Denied::Why::refused, .version = version, .refusal = refusal}}};
}

std::optional<Earlier> find_earlier(store::Connection& connection, const Person& person,
                                    const Once& once) {
  auto found = store::find_remembered(connection, owner_of(person), once.key);
  if (!found) return std::nullopt;
  return Earlier{found->request_hash == once.digest, std::move(found->answer)};
}

void keep_answer(store::Connection& connection, const Person& person, const Once& once,
                 const std::string& answer, Instant now) {
  store::remember(connection, owner_of(person), once.key, {once.digest, answer}, now);
}

std::optional<Outcome> answered_before(store::Connection& connection, const Person& person,
                                       const Once& once) {
  const auto earlier = find_earlier(connection, person, once);
  if (!earlier) return std::nullopt;
  if (!earlier->same) return denied(Denied::Why::key_reused);
  const auto done = read_json<Done>(earlier->answer);
  assert(done);
  return Outcome{*done};
}

Outcome finish(const Desk& desk, store::Connection& connection, const Person& person,
               const Once& once, const cases::Decision& decision, Instant now) {
  std::vector<Change> changes = save(desk, connection, decision, now);
  const cases::CaseHead& head = cases::head_of(decision.after);
  const Done done{head.kind, head.id, head.number, head.version, head.state};
  keep_answer(connection, person, once, to_json(done), now);
  return {done, std::move(changes)};
}

void write_once(Desk& desk, Respond respond, std::function<Outcome(store::Connection&)> job) {
  auto answer = [&desk, respond](store::Outcome<Outcome> outcome) {
    if (!outcome)
      return respond(Failure{Denied{.why = Denied::Why::fault, .detail = outcome.error().what()}});
    if (!outcome->changes.empty()) desk.tell(outcome->changes);
    respond(outcome->answer);
  };
  if (!desk.database.submit(std::move(job), std::move(answer)))
    respond(Failure{Denied{.why = Denied::Why::busy}});
}

}  // namespace mashang::desk
