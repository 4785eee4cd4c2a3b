// What people hand in: for every action an input that is complete and true, so that a refusal of it
// is the table's; and each in many ways made wrong, so that it must be refused.
#pragma once

#include "simulate/town.h"

namespace mashang::simulate {

/// Who does something to which case, when.
struct Deed {
  const Town& town;
  const cases::Case& standing;
  const Person& actor;
  Instant now;
};

cases::Input input_of(rules::Action action, const Deed& deed, Chance& chance);

/// A message of this resident to this deputy.
cases::Send message_of(const Person& resident, const City& city, DeputyId deputy, Chance& chance);
/// A suggestion of this deputy; now and then it names a message written to him.
cases::Drafted suggestion_of(const Person& deputy, const Town& town, Chance& chance);

/// Makes a good input wrong: a paper is missing, a day is past, a unit is named twice. Nothing when
/// there is no wrong way to do this.
bool spoil(cases::Input& input, const Deed& deed, Chance& chance);

}  // namespace mashang::simulate
