// Live: a change of a case becomes an event for all who may see it.
#pragma once

#include "desk/desk.h"
#include "http/live_hub.h"

namespace mashang::http {

/// The keys under which a person hears of changes, by the table of rules/scope.h.
std::vector<std::string> keys_of(const rules::Viewer& viewer);
LiveEvent live_event(const desk::Change& change);

}  // namespace mashang::http
