// facts_of: what the guards may know, read off a case, a command and their surroundings.
#pragma once

#include "cases/decide.h"
#include "rules/facts.h"

namespace mashang::cases {

rules::Facts facts_of(const Case& standing, const Input& input, const Surroundings& around,
                      Instant now);

}  // namespace mashang::cases
