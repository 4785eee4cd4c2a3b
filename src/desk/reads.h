// Reads: what pages show, straight from the store and within what the viewer may see
// (rules/scope.h). Nothing is decided here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/decide.h"
#include "desk/desk.h"
#include "store/attachment_store.h"
#include "store/event_store.h"
#include "store/message_store.h"
#include "store/order_store.h"
#include "store/queue_store.h"
#include "store/warning_store.h"

namespace mashang::desk {

/// An event with its number in the one timeline.
using TimelineRow = store::StoredEvent;
/// Where a page of a queue ended.
using QueuePlace = store::QueuePlace;
/// A warning that was given (R54), and an order of a linked group (R16).
using Warning = store::Warning;
using LinkedOrder = store::LinkedOrder;
/// What is known of an attachment, and a message by its number.
using Attachment = store::Attachment;
using AttachmentKind = store::AttachmentKind;
using NumberedMessage = store::NumberedMessage;

/// Who wrote it, from the row of the person: a case holds only his number (R72).
struct Identity {
  std::string name;
  std::string phone;
};

struct CaseReading {
  cases::Case standing;
  rules::Role part{};  // the reader's in the case
  std::vector<TimelineRow> timeline = {};
  /// What the reader may do with the case now, and why not the rest.
  std::vector<cases::Option> options = {};
  std::vector<Warning> warnings = {};
  /// Of a message: the order that works on it, the last one it became or the one that was joined.
  std::optional<cases::Order> order = {};
  /// Of a message: those it led to. Of an order: the one it was escalated to.
  std::vector<cases::Suggestion> suggestions = {};
  /// Of an order: the one it was appended to, or whose result was told.
  std::optional<LinkedOrder> earlier = {};
  /// Of an order: the group of the same matter.
  std::vector<LinkedOrder> linked = {};
  std::optional<Identity> resident = {};
  /// Of a message: for whoever may read it.
  std::optional<std::string> receipt_code = {};
  /// What goes along with it, in no order.
  std::vector<Attachment> attachments = {};
  /// R71, of a message: the state of the one it joins, and those who joined it.
  std::optional<rules::State> joins_state = {};
  std::vector<NumberedMessage> joined = {};
};

/// The case with its history; nothing when there is none that this person may see.
std::optional<CaseReading> read_case(Desk& desk, const Person& person, rules::CaseKind kind,
                                     std::int64_t id);

/// The message with this number, for whoever holds its receipt code: what its resident may read of
/// it. Nothing when number and code don't belong together.
std::optional<CaseReading> read_by_receipt(Desk& desk, std::string_view number,
                                           std::string_view code);

/// Messages that the same resident wrote before this one and that the person may see, the latest
/// first; nothing when he may not see this one.
std::optional<std::vector<CaseReading>> read_earlier(Desk& desk, const Person& person,
                                                     MessageId message);

/// All messages of the person, oldest first, as he reads each.
std::vector<CaseReading> read_own_messages(Desk& desk, const Person& person);

/// A page of a queue, and where the next one starts.
struct Listing {
  std::vector<CaseReading> cases;  // without timelines
  std::optional<QueuePlace> next;
};
Listing list_queue(Desk& desk, const Person& person, const rules::Queue& queue,
                   std::optional<QueuePlace> after, int limit);

struct QueueSize {
  const rules::Queue* queue;
  store::QueueCount size;
};
/// Every queue of the person's role with how much lies in it.
std::vector<QueueSize> count_queues(Desk& desk, const Person& person);

/// Changes after `seq` that the person may see, oldest first, for a stream that was interrupted.
std::vector<Change> changes_after(Desk& desk, const Person& person, std::int64_t seq);

/// What was told of running clocks to the person's desk lately (R54), newest first.
std::vector<Warning> list_warnings(Desk& desk, const Person& person, int limit);

}  // namespace mashang::desk
