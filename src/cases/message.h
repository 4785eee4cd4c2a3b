// Message (留言): from one resident to one deputy. Changed by apply() and by nothing else.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "cases/case_head.h"

namespace mashang::cases {

struct Addition {
  std::string text;
  std::vector<AttachmentId> attachments;
  rules::Role by{};
  Instant at;

  bool operator==(const Addition&) const = default;
};
BOOST_DESCRIBE_STRUCT(Addition, (), (text, attachments, by, at))

/// What the deputy told the resident; `from` names who had worked on it when the deputy passed it
/// on.
struct Answer {
  std::string text;
  std::string by;
  std::string from;
  Instant at;
  rules::Role role = rules::Role::deputy;  // R1: a station answers for a deputy whose term ended

  bool operator==(const Answer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (text, by, from, at, role))

/// R7: came back from station, office or hotline, and waits for the deputy.
struct ResultBack {
  std::string text;
  std::string from;
  Instant at;

  bool operator==(const ResultBack&) const = default;
};
BOOST_DESCRIBE_STRUCT(ResultBack, (), (text, from, at))

struct Rating {
  rules::Score score{};
  std::string comment;
  Instant at;

  bool operator==(const Rating&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rating, (), (score, comment, at))

/// A call to the hotline that the deputy made himself, outside of this platform.
struct CallNote {
  std::string text;
  OrderId order;
  std::string order_number;
  Instant at;

  bool operator==(const CallNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(CallNote, (), (text, order, order_number, at))

/// R71: what neighbours are shown of it, and who approved the words.
struct Publication {
  std::string title;
  std::string by;
  rules::Role role{};
  Instant at;

  bool operator==(const Publication&) const = default;
};
BOOST_DESCRIBE_STRUCT(Publication, (), (title, by, role, at))

struct Message {
  CaseHead head;
  Sender sender;
  Content content;
  std::vector<AttachmentId> attachments;
  std::optional<Position> position;
  std::string notice_version;
  std::vector<Addition> additions;
  std::vector<Answer> answers;
  std::vector<CallNote> call_notes;
  std::optional<ResultBack> result;
  std::optional<Rejection> rejection;
  std::optional<Rating> rating;  // of the last answer
  std::string office;            // region of the liaison office it was last passed to
  bool looked = false;           // by the deputy, since it last came to him
  bool acted = false;            // by anybody but the resident
  std::optional<JoinedMatter> joins;
  std::optional<Publication> publication;

  bool operator==(const Message&) const = default;
};
BOOST_DESCRIBE_STRUCT(Message, (),
                      (head, sender, content, attachments, position, notice_version, additions,
                       answers, call_notes, result, rejection, rating, office, looked, acted, joins,
                       publication))

void apply(Message& message, const Event& event);

/// What the resident has told so far: the content with what he added since, as far as there is
/// room; and all the attachments to it. The order that a message becomes starts from these.
Content told_so_far(const Message& message);
std::vector<AttachmentId> attachments_so_far(const Message& message);

}  // namespace mashang::cases
