// Drafting a suggestion (R40, R41): a deputy begins one, from messages he got or from his own eyes.
#pragma once

#include "desk/act.h"

namespace mashang::desk {

/// Denied::not_there when the person is no deputy.
void draft_suggestion(Desk& desk, const Person& deputy, cases::Draft draft, Once once,
                      Respond respond);

}  // namespace mashang::desk
