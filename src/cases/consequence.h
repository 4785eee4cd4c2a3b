// What one case hands to another that it brings about (rules::kConsequences).
#pragma once

#include "cases/case.h"

namespace mashang::cases {

/// The input of the step `then` that `event` of the case `from` brings about in another one. A new
/// case is numbered by the caller: `number` goes into it.
Input input_for(const Case& from, const Event& event, rules::Action then,
                const std::string& number);

/// The order's title: the first line of what happened, 40 characters of it.
std::string title_of(const Message& message);

}  // namespace mashang::cases
