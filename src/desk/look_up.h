// What an input names is looked up here, since a decision itself reads nothing: units and deputies
// by their ids and codes, orders and messages by their numbers, attachments by who uploaded them.
#pragma once

#include "cases/decide.h"
#include "desk/desk.h"

namespace mashang::desk {

/// Completes the input with names and ids, and says in `around` whether what it names is there.
void look_up(const Desk& desk, store::Connection& connection, const Person& person,
             const cases::Case& standing, rules::Action action, cases::Input& input,
             cases::Surroundings& around);

/// The attachments that an input hands in.
std::vector<AttachmentId> attachments_of(const cases::Input& input);

/// R41: what others wrote about the matter of a suggestion: the messages that led to it, and what
/// the hotline made of them.
std::vector<std::string> others_words(store::Connection& connection,
                                      const std::vector<cases::Source>& sources);

}  // namespace mashang::desk
