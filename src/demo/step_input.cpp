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

std::optional<Line> maybe_line(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  return bounded<Line>(text, "line");
}

template <typename T>
T needed(const std::optional<T>& value, std::string_view what) {
  if (!value) throw std::runtime_error("a step lacks its " + std::string(what));
  return *value;
}

struct StepInput {
  const Step& step;
  const Meant& meant;

  template <typename T>
  Input operator()() const {
    return make(std::type_identity<T>{});
  }

 private:
  Input make(std::type_identity<Words>) const { return Words{text()}; }
  Input make(std::type_identity<Publish>) const {
    return Publish{bounded<decltype(Publish::title)>(step.title, "title")};
  }
  Input make(std::type_identity<Supplement>) const { return Supplement{text(), {}}; }
  Input make(std::type_identity<Note>) const { return Note{maybe(step.note)}; }
  Input make(std::type_identity<PassOnOffice>) const {
    return PassOnOffice{step.office, maybe(step.note)};
  }
  Input make(std::type_identity<PassOnHotline>) const {
    return PassOnHotline{maybe(step.note), step.category, step.urgent, step.fill};
  }
  Input make(std::type_identity<CallNoted>) const {
    return CallNoted{.text = text(), .at = {}, .order_number = meant.order, .order = {}};
  }
  Input make(std::type_identity<Rate>) const {
    return Rate{needed(step.score, "score"), maybe(step.comment)};
  }
  Input make(std::type_identity<Withdraw>) const { return Withdraw{maybe(step.text)}; }
  Input make(std::type_identity<Rejection>) const {
    return Rejection{needed(step.reason, "reason"), text(), {}};
  }
  Input make(std::type_identity<Accept>) const {
    return Accept{needed(step.category, "category"), step.urgent.value_or(false)};
  }
  Input make(std::type_identity<Record>) const {
    return Record{needed(step.category, "category"), step.record_kind, text()};
  }
  Input make(std::type_identity<LineAnswer>) const {
    return LineAnswer{needed(step.category, "category"), text()};
  }
  Input make(std::type_identity<Earlier>) const {
    return Earlier{.number = meant.order, .note = maybe(step.note)};
  }
  Input make(std::type_identity<ChangeCategory>) const {
    return ChangeCategory{needed(step.category, "category"), step.urgent.value_or(false), text()};
  }
  Input make(std::type_identity<Dispatched>) const {
    return Dispatched{.unit = meant.unit, .assisting = meant.assisting, .note = maybe(step.note)};
  }
  Input make(std::type_identity<ReturnRequested>) const {
    return ReturnRequested{{.reason = maybe(step.text),
                            .proposed_unit = meant.unit,
                            .basis = maybe(step.basis),
                            .leader = bounded<Line>(step.leader, "leader"),
                            .opinion = meant.attachments},
                           {}};
  }
  Input make(std::type_identity<RequestExtension>) const {
    return RequestExtension{text(), needed(meant.day, "working_days")};
  }
  Input make(std::type_identity<Assisted>) const { return Assisted{.text = text()}; }
  Input make(std::type_identity<Reply>) const {
    return Reply{.text = bounded<LongProse>(step.text, "text"),
                 .public_reply = bounded<LongProse>(step.public_reply, "public_reply"),
                 .contact = meant.contact,
                 .absences = maybe(step.absences)};
  }
  Input make(std::type_identity<Promise>) const {
    return Promise{.measures = text(),
                   .answerable = bounded<Line>(step.answerable, "answerable"),
                   .until = needed(meant.day, "in_days"),
                   .contact = meant.contact,
                   .absences = maybe(step.absences)};
  }
  Input make(std::type_identity<CallBack>) const {
    return CallBack{needed(step.outcome, "outcome"), maybe(step.note)};
  }
  Input make(std::type_identity<OpenSupervision>) const {
    return OpenSupervision{text(), maybe_line(step.answerable)};
  }
  Input make(std::type_identity<Why>) const { return Why{text()}; }
  Input make(std::type_identity<Wording>) const { return needed(step.wording, "wording"); }
  Input make(std::type_identity<Invited>) const {
    return Invited{.code = needed(step.deputy, "deputy")};
  }
  Input make(std::type_identity<SignedJointly>) const { return SignedJointly{}; }
  Input make(std::type_identity<TurnBack>) const {
    return TurnBack{needed(step.bar_reason, "bar_reason"), text()};
  }
  Input make(std::type_identity<Referred>) const {
    return Referred{.unit = meant.unit,
                    .assisting = meant.assisting,
                    .difficulty = needed(step.difficulty, "difficulty"),
                    .note = maybe(step.note)};
  }
  Input make(std::type_identity<ReplyFormally>) const {
    return ReplyFormally{.code = bounded<Line>(step.code, "code"),
                         .text = bounded<LongProse>(step.text, "text"),
                         .signed_by = maybe_line(step.leader),
                         .contact = meant.contact,
                         .promised_on = meant.day,
                         .absences = maybe(step.absences)};
  }
  template <typename Other>
  Input make(std::type_identity<Other>) const {
    return Nothing{};
  }

  Prose text() const { return bounded<Prose>(step.text, "text"); }
};

}  // namespace

cases::Input input_of(const Step& step, const Meant& meant) {
  return cases::with_input_of(step.action, StepInput{step, meant});
}

}  // namespace mashang::demo
