// One line per fact. Facts of the input are touched only when such an input is there.
#include "cases/facts_of.h"

#include <algorithm>
#include <set>
#include <span>

#include "base/overloaded.h"
#include "base/utf8.h"
#include "calendar/due.h"
#include "cases/office.h"

namespace mashang::cases {
namespace {

using rules::Category;
using rules::Clock;
using rules::Facts;
using rules::Outcome;
using rules::Score;

bool ran_out(const CaseHead& head, Clock clock, Instant now) {
  const ClockRun* run = head.running(clock);
  return run != nullptr && now > run->due_at;
}

bool runs(const CaseHead& head, Clock clock) { return head.running(clock) != nullptr; }

void add_facts(Facts& facts, const Message& message, const Surroundings&, Instant now) {
  const std::string county = office_region(message.sender.region, rules::OfficeLevel::county);
  const std::string city = office_region(message.sender.region, rules::OfficeLevel::city);
  facts.looked_before = message.looked;
  facts.acted_before = message.acted;
  facts.rated_before = message.rating.has_value();
  facts.published = message.publication.has_value();
  facts.rated_satisfied = message.rating && message.rating->score != Score::dissatisfied;
  facts.look_overdue = ran_out(message.head, Clock::look_limit, now);
  facts.tell_overdue = ran_out(message.head, Clock::tell_limit, now);
  facts.relay_overdue = ran_out(message.head, Clock::relay_limit, now);
  facts.rating_window_over = ran_out(message.head, Clock::rating_window, now);
  facts.supplement_window_over = ran_out(message.head, Clock::supplement_window, now);
  facts.held_by_county = message.office == county;
  facts.held_by_city = message.office == city;
}

/// What orders and suggestions have in common.
void add_facts(Facts& facts, const CaseHead& head, const UnitWork& work, const Surroundings& around,
               Instant now) {
  facts.return_window_open =
      runs(head, Clock::return_window) && !ran_out(head, Clock::return_window, now);
  facts.return_asked = runs(head, Clock::return_decision);
  facts.return_refused = work.return_refused();
  facts.assistance_owed = work.assistance_owed();
  facts.actor_owes_assistance = !around.actor_unit || work.owes(around.actor_unit);
}

/// Callbacks since the last reply; what was said of an earlier reply no longer counts. By their
/// order and not by their times: a callback, a redo and a new reply may fall into one second.
std::span<const Callback> current_callbacks(const Order& order) {
  return std::span(order.callbacks).subspan(std::size_t(order.earlier_callbacks_count));
}

int days_tried(std::span<const Callback> callbacks) {
  std::set<Day> days;
  for (const Callback& callback : callbacks)
    if (callback.outcome == Outcome::unreachable) days.insert(day_of(callback.at));
  return int(days.size());
}

int extended_count(const Order& order) {
  return int(std::ranges::count(order.extensions, std::optional(true), &Extension::granted));
}

void add_facts(Facts& facts, const Order& order, const Surroundings& around, Instant now) {
  const rules::Rulebook& book = around.rulebook_of(order.head, now);
  const auto callbacks = current_callbacks(order);
  const auto last = callbacks.empty() ? std::nullopt : std::optional(callbacks.back().outcome);
  add_facts(facts, order.head, order.work, around, now);
  facts.caller_settled =
      last == Outcome::satisfied || last == Outcome::mostly || last == Outcome::not_wanted;
  facts.caller_dissatisfied = last == Outcome::dissatisfied;
  facts.tried_enough = days_tried(callbacks) >= book.callback_tries_count;
  facts.redone_enough = order.redo_count() >= book.redo_count_max;
  facts.work_overdue =
      ran_out(order.head, Clock::work_limit, now) || ran_out(order.head, Clock::redo_limit, now);
  facts.extension_asked = runs(order.head, Clock::extension_decision);
  facts.extended_enough = extended_count(order) >= book.extension_count_max;
  facts.supervised = runs(order.head, Clock::supervision_limit);
  facts.supervision_due = !facts.supervised && !open_causes(order, around.many_orders, now).empty();
  // R24: while a promise runs in time, its supervision waits for it.
  const bool promise_runs =
      runs(order.head, Clock::follow_up) && !ran_out(order.head, Clock::follow_up, now);
  facts.supervision_overdue = ran_out(order.head, Clock::supervision_limit, now) && !promise_runs;
  facts.supervision_at_top =
      order.supervision() != nullptr && order.supervision()->level >= book.supervision_level_max;
}

void add_facts(Facts& facts, const Suggestion& suggestion, const Surroundings& around,
               Instant now) {
  const Evaluation* evaluation = suggestion.evaluation();
  const auto actor =
      std::ranges::find(suggestion.signatories, around.actor_deputy, &JointSignatory::deputy);
  add_facts(facts, suggestion.head, suggestion.work, around, now);
  facts.actor_signed = actor != suggestion.signatories.end() && actor->signed_at.has_value();
  facts.evaluation_settled =
      evaluation != nullptr || ran_out(suggestion.head, Clock::evaluation_window, now);
  facts.evaluated_dissatisfied = evaluation != nullptr && evaluation->score == Score::dissatisfied;
  facts.promise_open = !suggestion.replies.empty() && suggestion.replies.back().promises;
}

/// R23: spoken to after it came to the unit (or came back), to the minute, and not in the future.
bool plausible(const Contact& contact, const Case& standing, Instant now) {
  const UnitWork* work = work_of(standing);
  if (work == nullptr) return false;
  Instant came = work->dispatched_at.value_or(Instant{});
  if (const auto* order = std::get_if<Order>(&standing); order && !order->sent_back.empty())
    came = order->sent_back.back().at;
  return contact.at >= std::chrono::floor<std::chrono::minutes>(came) && contact.at <= now;
}

/// R22: later than the running limit, by no more than its own length.
bool reasonable(const RequestExtension& asked, const Case& standing, const Surroundings& around) {
  const CaseHead& head = head_of(standing);
  const ClockRun* run = head.running(Clock::work_limit);
  if (run == nullptr) run = head.running(Clock::redo_limit);
  if (run == nullptr) return false;
  const auto length = calendar::parse_limit(run->length);
  const Instant until = end_of(asked.until);
  // A due time at 24:00 belongs to the day it ends.
  const Instant last_moment = run->due_at - std::chrono::seconds{1};
  return until > run->due_at && length &&
         until <= calendar::due_of(last_moment, *length, run->mode, around.days).at;
}

bool distinct(UnitId lead, const std::vector<Assistant>& assisting) {
  std::set<UnitId> units{lead};
  return std::ranges::all_of(assisting,
                             [&](const Assistant& one) { return units.insert(one.unit).second; });
}

bool complete(const RequestReturn& papers, const UnitWork* work) {
  const bool other_unit = work != nullptr && papers.proposed_unit && *papers.proposed_unit &&
                          *papers.proposed_unit != work->unit;
  return papers.reason && papers.basis && papers.leader && other_unit && papers.opinion &&
         !papers.opinion->empty();
}

bool differs(const ChangeCategory& change, const Case& standing) {
  const auto* order = std::get_if<Order>(&standing);
  return order != nullptr && (order->category != change.category || order->urgent != change.urgent);
}

bool other_matter(const Earlier& earlier, const Case& standing) {
  const auto* order = std::get_if<Order>(&standing);
  return order != nullptr && order->matter != earlier.matter &&
         order->head.id != earlier.order.value && order->head.id != earlier.matter.value;
}

/// R43, R45: a code of the table, with a date ahead exactly when it promises something.
bool coded(const ReplyFormally& reply, const rules::Rulebook& book, Instant now) {
  const rules::ReplyCode* code = book.reply_code(reply.code.value);
  if (code == nullptr || code->promises != reply.promised_on.has_value()) return false;
  return !reply.promised_on || *reply.promised_on > day_of(now);
}

/// After the message came, to the minute, and not in the future.
bool plausible(const CallNoted& call, const Case& standing, Instant now) {
  const Instant came = std::chrono::floor<std::chrono::minutes>(head_of(standing).created_at);
  return !call.at || (*call.at >= came && *call.at <= now);
}

bool left_blank(const Fill& fill, const Case& standing) {
  const auto* message = std::get_if<Message>(&standing);
  if (message == nullptr) return false;
  const Content& written = message->content;
  return !(fill.when && written.when) && !(fill.who && written.who) &&
         !(fill.before && written.before);
}

bool invited_before(const Invited& invited, const Case& standing) {
  const auto* suggestion = std::get_if<Suggestion>(&standing);
  if (suggestion == nullptr || suggestion->author.deputy == invited.deputy) return true;
  return std::ranges::find(suggestion->signatories, invited.deputy, &JointSignatory::deputy) !=
         suggestion->signatories.end();
}

/// R71: no telephone and no number of a person, which is what five digits in a row mostly are.
/// Blanks and strokes do not part them, and they may be written in full width or in Chinese.
bool is_general(std::string_view title) {
  constexpr int kDigitsMost = 4;
  constexpr std::u32string_view kDigits = U"0123456789０１２３４５６７８９〇零一二三四五六七八九";
  constexpr std::u32string_view kBetween = U" -－—·";
  int digits_count = 0;
  while (const auto letter = take_character(title)) {
    if (kBetween.find(*letter) != std::u32string_view::npos) continue;
    digits_count = kDigits.find(*letter) == std::u32string_view::npos ? 0 : digits_count + 1;
    if (digits_count > kDigitsMost) return false;
  }
  return true;
}

void add_facts(Facts& facts, const Input& input, const Case& standing, const Surroundings& around,
               Instant now) {
  const rules::Rulebook& book = around.rulebook_of(head_of(standing), now);
  std::visit(
      Overloaded{
          [&](const PassOnOffice& to) {
            facts.to_city = to.office == rules::OfficeLevel::city;
            facts.to_county = !facts.to_city;
          },
          [&](const PassOnHotline& to) {
            facts.fill_left_blank = !to.fill || left_blank(*to.fill, standing);
          },
          [&](const CallNoted& call) { facts.call_plausible = plausible(call, standing, now); },
          [&](const Publish& publish) { facts.title_general = is_general(publish.title.value); },
          [&](const Accept& accept) {
            facts.category_handled = accept.category != Category::praise;
          },
          [&](const ChangeCategory& change) {
            facts.category_handled = change.category != Category::praise;
            facts.category_differs = differs(change, standing);
          },
          [&](const Record& record) {
            facts.record_without_dispatch =
                record.category == Category::praise ||
                (record.kind && *record.kind != rules::RecordKind::praise);
          },
          [&](const LineAnswer& answer) {
            facts.category_consultation = answer.category == Category::consultation;
          },
          [&](const Earlier& earlier) { facts.other_matter = other_matter(earlier, standing); },
          [&](const Dispatched& to) { facts.units_distinct = distinct(to.unit, to.assisting); },
          [&](const Referred& to) { facts.units_distinct = distinct(to.unit, to.assisting); },
          [&](const ReturnRequested& asked) {
            facts.return_papers_complete = around.attachments_usable && around.unit_known &&
                                           complete(asked.papers, work_of(standing));
          },
          [&](const RequestExtension& asked) {
            facts.extension_reasonable = reasonable(asked, standing, around);
          },
          [&](const Reply& reply) {
            facts.contact_plausible = plausible(reply.contact, standing, now);
            facts.absences_explained = reply.absences.has_value();
          },
          [&](const Promise& promise) {
            facts.contact_plausible = plausible(promise.contact, standing, now);
            facts.absences_explained = promise.absences.has_value();
            facts.promise_ahead = promise.until > day_of(now);
          },
          [&](const Drafted& drafted) {
            facts.own_words = own_words(drafted.wording, around.others_words);
          },
          [&](const Wording& wording) {
            facts.own_words = own_words(wording, around.others_words);
          },
          [&](const Invited& invited) {
            facts.signatory_known = around.signatory_known && !invited_before(invited, standing);
          },
          [&](const ReplyFormally& reply) {
            facts.contact_plausible = plausible(reply.contact, standing, now);
            facts.absences_explained = reply.absences.has_value();
            facts.head_signed = reply.signed_by.has_value();
            facts.reply_coded = coded(reply, book, now);
          },
          [](const auto&) {},
      },
      input);
}

}  // namespace

rules::Facts facts_of(const Case& standing, const Input& input, const Surroundings& around,
                      Instant now) {
  Facts facts;
  facts.deputy_active = around.deputy_active;
  facts.deputy_gone = around.deputy_gone;
  facts.notice_current = around.notice_current;
  facts.attachments_usable = around.attachments_usable;
  facts.joinable = around.joinable;
  facts.unit_known = around.unit_known;
  facts.earlier_known = around.earlier_known;
  facts.earlier_open = around.earlier_open;
  facts.earlier_answered = around.earlier_answered;
  facts.heads_group = around.heads_group;
  facts.sources_his = around.sources_his;
  facts.call_order_known = around.call_order_known;
  std::visit([&](const auto& one) { add_facts(facts, one, around, now); }, standing);
  add_facts(facts, input, standing, around, now);
  return facts;
}

}  // namespace mashang::cases
