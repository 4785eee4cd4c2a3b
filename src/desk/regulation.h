// The regulation in words: every row of the tables as one sentence, state by state, for officials
// who read it beside the law. Invariant: whoever shows a row shows this sentence of it.
#pragma once

#include <string>

#include "base/text2.h"
#include "desk/city.h"
#include "rules/lifecycle.h"

namespace mashang::desk {

/// Picks one language of a text.
using Tongue = std::string Text2s::*;

/// What a case of this kind is called.
Text2s kind_word(rules::CaseKind kind);

/// Who may do what, and what becomes of the case: how the sentence of a row begins.
Text2s clause_of(const City& city, rules::CaseKind kind, const rules::Transition& row);
/// The whole sentence, as the regulation prints it.
Text2s sentence_of(const City& city, rules::CaseKind kind, const rules::Transition& row);

/// A Markdown page.
std::string regulation_text(const City& city, const rules::Rulebook& book, Tongue tongue);

}  // namespace mashang::desk
