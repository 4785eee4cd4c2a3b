// UnitWork: what orders and suggestions have in common once units work on them: who leads, who
// assists, signing, and returns. Changed by apply() and by nothing else.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "cases/event.h"

namespace mashang::cases {

/// State is a record with a person and a time: who signed for it, and when (R18).
struct Receipt {
  std::string by;
  Instant at;

  bool operator==(const Receipt&) const = default;
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (by, at))

/// R17: an assisting unit, and its part once it is given.
struct Assistance {
  UnitId unit;
  std::string unit_name;
  std::string task;
  std::string text;
  std::string by;
  std::optional<Instant> given_at;

  bool operator==(const Assistance&) const = default;
};
BOOST_DESCRIBE_STRUCT(Assistance, (), (unit, unit_name, task, text, by, given_at))

/// R19, R20: a return that was asked for. `granted` is empty while it is being decided on.
struct Return {
  UnitId unit;
  std::string unit_name;
  ReturnRequested request;
  std::string by;
  Instant at;
  std::optional<bool> granted;
  std::string decision;

  bool operator==(const Return&) const = default;
};
BOOST_DESCRIBE_STRUCT(Return, (), (unit, unit_name, request, by, at, granted, decision))

/// An earlier dispatch, kept when its return was granted: the first receipt time stays known (R20).
struct EarlierDispatch {
  std::string unit_name;
  Instant dispatched_at;
  std::optional<Receipt> receipt;

  bool operator==(const EarlierDispatch&) const = default;
};
BOOST_DESCRIBE_STRUCT(EarlierDispatch, (), (unit_name, dispatched_at, receipt))

struct Progress {
  std::string text;
  std::string by;
  Instant at;

  bool operator==(const Progress&) const = default;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (text, by, at))

struct UnitWork {
  UnitId unit;
  std::string unit_name;
  std::string note;  // to the units
  std::optional<Instant> dispatched_at;
  std::optional<Receipt> receipt;
  std::vector<Assistance> assisting;
  std::vector<EarlierDispatch> earlier;
  std::vector<Return> returns;
  std::vector<Progress> progress;

  /// R17: whether any assisting unit, or the one named, still owes its part.
  bool assistance_owed() const;
  bool owes(UnitId assisting_unit) const;
  /// R20: whether a return of this unit was refused.
  bool return_refused() const;
  bool operator==(const UnitWork&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitWork, (),
                      (unit, unit_name, note, dispatched_at, receipt, assisting, earlier, returns,
                       progress))

void apply(UnitWork& work, const Event& event);

/// An optional text as it is kept: nothing said is the empty text.
inline std::string text_of(const std::optional<Prose>& prose) {
  return prose ? prose->value : std::string();
}

}  // namespace mashang::cases
