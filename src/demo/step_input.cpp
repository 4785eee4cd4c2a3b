// One case per kind of input; texts of the file are within their bounds or the demo does not start.
#include "demo/step_input.h"

#include <stdexcept>

namespace mashang::demo {
namespace {

using namespace cases;
using rules::Action;

template <typename Text>
Text bounded(const std::optional<std::string>& text, std::string_view what) {
  auto made = Text::make(text.value_or(""));
  if (!made)
    throw std::runtime_error("a step lacks its " + std::string(what) + ", or it is too long");
  return *std::move(made);
}

std::optional<Prose> maybe(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  return bounded<Prose>(text, "text");
}

template <typename T>
T needed(const std::optional<T>& value, std::string_view what) {
  if (!value) throw std::runtime_error("a step lacks its " + std::string(what));
  return *value;
}

/// The unit spoke to the deputy's office a few minutes before it wrote its reply.
Contact contact_of(const Step& step, Instant at) {
  return {.person = bounded<Line>("代表", "person"),
          .number = bounded<Number>("15400000000", "number"),
          .at = std::chrono::floor<std::chrono::minutes>(at - std::chrono::minutes{5}),
          .satisfied = step.score};
}

struct StepInput {
  const Step& step;
  const Story& story;
  UnitId unit;
  Instant at;

  template <typename T>
  Input operator()() const {
    return make(std::type_identity<T>{});
  }

 private:
  Input make(std::type_identity<Words>) const { return Words{bounded<Prose>(step.text, "text")}; }
  Input make(std::type_identity<Supplement>) const {
    return Supplement{bounded<Prose>(step.text, "text"), {}};
  }
  Input make(std::type_identity<Note>) const { return Note{maybe(step.note)}; }
  Input make(std::type_identity<PassOnOffice>) const {
    return PassOnOffice{step.office, maybe(step.note)};
  }
  Input make(std::type_identity<PassOnHotline>) const {
    return PassOnHotline{maybe(step.note), step.category, step.urgent};
  }
  Input make(std::type_identity<Rate>) const {
    return Rate{needed(step.score, "score"), maybe(step.comment)};
  }
  Input make(std::type_identity<Withdraw>) const { return Withdraw{maybe(step.text)}; }
  Input make(std::type_identity<Rejection>) const {
    return Rejection{needed(step.reason, "reason"), bounded<Prose>(step.text, "text"), {}};
  }
  Input make(std::type_identity<Accept>) const {
    return Accept{needed(step.category, "category"), step.urgent.value_or(false)};
  }
  Input make(std::type_identity<Record>) const {
    return Record{.category = needed(step.category, "category"),
                  .text = bounded<Prose>(step.text, "text")};
  }
  Input make(std::type_identity<Dispatched>) const {
    return Dispatched{.unit = unit, .note = maybe(step.note)};
  }
  Input make(std::type_identity<Reply>) const {
    return Reply{.text = bounded<LongProse>(step.text, "text"),
                 .public_reply = bounded<LongProse>(step.public_reply, "public_reply"),
                 .contact = contact_of(step, at)};
  }
  Input make(std::type_identity<CallBack>) const {
    return CallBack{needed(step.outcome, "outcome"), maybe(step.note)};
  }
  Input make(std::type_identity<Why>) const { return Why{bounded<Prose>(step.text, "text")}; }
  template <typename Other>
  Input make(std::type_identity<Other>) const {
    return Nothing{};
  }
};

}  // namespace

cases::Input input_of(const Step& step, const Story& story, UnitId unit, Instant at) {
  return cases::with_input_of(step.action, StepInput{step, story, unit, at});
}

}  // namespace mashang::demo
