// The ladder of refusals: the row, then the role, then the guards in their order; each no with its
// code, its sentence and its article.
#include "rules/judge.h"

#include "rules/lifecycle.h"
#include "rules/rules_fixture.h"

namespace mashang::rules {
namespace {

/// Of an order or a suggestion. A guard that is in neither list can't be made to hold, and whatever
/// asks for it fails below.
void make_of_units(Facts& facts, Guard guard, bool holds) {
  switch (guard) {
    case Guard::needs_handling: facts.category_handled = holds; return;
    case Guard::needs_no_dispatch: facts.record_without_dispatch = holds; return;
    case Guard::is_consultation: facts.category_consultation = holds; return;
    case Guard::earlier_known: facts.earlier_known = holds; return;
    case Guard::earlier_open: facts.earlier_open = holds; return;
    case Guard::earlier_answered: facts.earlier_answered = holds; return;
    case Guard::other_order_known: facts.earlier_known = holds; return;
    case Guard::not_head_of_group: facts.heads_group = !holds; return;
    case Guard::other_matter: facts.other_matter = holds; return;
    case Guard::category_differs: facts.category_differs = holds; return;
    case Guard::unit_known: facts.unit_known = holds; return;
    case Guard::units_distinct: facts.units_distinct = holds; return;
    case Guard::return_window_open: facts.return_window_open = holds; return;
    case Guard::not_returned_before: facts.return_refused = !holds; return;
    case Guard::no_return_asked: facts.return_asked = !holds; return;
    case Guard::return_papers_complete: facts.return_papers_complete = holds; return;
    case Guard::return_asked: facts.return_asked = holds; return;
    case Guard::work_in_time: facts.work_overdue = !holds; return;
    case Guard::extension_left: facts.extended_enough = !holds; return;
    case Guard::no_extension_asked: facts.extension_asked = !holds; return;
    case Guard::extension_reasonable: facts.extension_reasonable = holds; return;
    case Guard::extension_asked: facts.extension_asked = holds; return;
    case Guard::owes_assistance: facts.actor_owes_assistance = holds; return;
    case Guard::caller_contacted: facts.contact_plausible = holds; return;
    case Guard::assistants_settled:
      facts.assistance_owed = !(facts.absences_explained = holds);
      return;
    case Guard::promise_ahead: facts.promise_ahead = holds; return;
    case Guard::caller_settled: facts.caller_settled = holds; return;
    case Guard::tried_enough: facts.tried_enough = holds; return;
    case Guard::caller_dissatisfied: facts.caller_dissatisfied = holds; return;
    case Guard::redone_under_twice: facts.redone_enough = !holds; return;
    case Guard::not_supervised: facts.supervised = !holds; return;
    case Guard::supervised: facts.supervised = holds; return;
    case Guard::supervision_due: facts.supervision_due = holds; return;
    case Guard::supervision_overdue: facts.supervision_overdue = holds; return;
    case Guard::level_left: facts.supervision_at_top = !holds; return;
    case Guard::sources_his: facts.sources_his = holds; return;
    case Guard::own_words: facts.own_words = holds; return;
    case Guard::signatory_known: facts.signatory_known = holds; return;
    case Guard::not_signed_before: facts.actor_signed = !holds; return;
    case Guard::head_signed: facts.head_signed = holds; return;
    case Guard::reply_coded: facts.reply_coded = holds; return;
    case Guard::evaluation_settled: facts.evaluation_settled = holds; return;
    case Guard::evaluated_satisfied: facts.evaluated_dissatisfied = !holds; return;
    case Guard::evaluated_dissatisfied: facts.evaluated_dissatisfied = holds; return;
    case Guard::promise_open: facts.promise_open = holds; return;
    case Guard::no_promise_open: facts.promise_open = !holds; return;
    default: return;
  }
}

/// Sets the facts so that this guard holds, or does not.
void make(Facts& facts, Guard guard, bool holds) {
  switch (guard) {
    case Guard::deputy_active: facts.deputy_active = holds; return;
    case Guard::deputy_serving: facts.deputy_gone = !holds; return;
    case Guard::deputy_gone: facts.deputy_gone = holds; return;
    case Guard::notice_accepted: facts.notice_current = holds; return;
    case Guard::attachments_usable: facts.attachments_usable = holds; return;
    case Guard::not_looked_before: facts.looked_before = !holds; return;
    case Guard::nobody_acted: facts.acted_before = !holds; return;
    case Guard::not_rated_before: facts.rated_before = !holds; return;
    case Guard::joinable: facts.joinable = holds; return;
    case Guard::title_general: facts.title_general = holds; return;
    case Guard::published: facts.published = holds; return;
    case Guard::other_office: facts.held_by_county = facts.to_county = !holds; return;
    case Guard::look_overdue: facts.look_overdue = holds; return;
    case Guard::tell_overdue: facts.tell_overdue = holds; return;
    case Guard::relay_overdue: facts.relay_overdue = holds; return;
    case Guard::rated_satisfied: facts.rated_satisfied = holds; return;
    case Guard::rating_window_over: facts.rating_window_over = holds; return;
    case Guard::supplement_window_over: facts.supplement_window_over = holds; return;
    case Guard::call_plausible: facts.call_plausible = holds; return;
    case Guard::call_order_known: facts.call_order_known = holds; return;
    case Guard::fill_left_blank: facts.fill_left_blank = holds; return;
    default: return make_of_units(facts, guard, holds);
  }
}

Facts facts_where_all_hold(Guards guards) {
  Facts facts;
  for (const Guard guard : all_of<Guard>())
    if (guards.has(guard)) make(facts, guard, true);
  return facts;
}

Role first_of(Roles who) {
  for (const Role role : all_of<Role>())
    if (who.has(role)) return role;
  return Role::system;
}

/// Breaks each guard of the row alone and expects its own sentence.
void expect_each_guard_to_speak(Lifecycle rows, const Transition& row) {
  const Facts good = facts_where_all_hold(row.when);
  const Role role = first_of(row.who);
  const auto allowed = judge(rows, row.from, role, row.action, good);
  ASSERT_TRUE(allowed) << name_of(row.action);
  EXPECT_EQ(*allowed, &row);
  for (const GuardRule& rule : kGuards) {
    if (!row.when.has(rule.guard)) continue;
    Facts broken = good;
    make(broken, rule.guard, false);
    const auto refused = judge(rows, row.from, role, row.action, broken);
    ASSERT_FALSE(refused) << name_of(row.action) << " in spite of " << name_of(rule.guard);
    EXPECT_EQ(refused.error().code, name_of(rule.guard));
    EXPECT_EQ(refused.error().text, rule.refusal);
    EXPECT_EQ(refused.error().basis, &rule.basis);
  }
}

TEST(Judge, EachGuardOfEachRowRefusesWithItsOwnSentence) {
  for (const CaseKind kind : all_of<CaseKind>())
    for (const Transition& row : lifecycle_of(kind))
      expect_each_guard_to_speak(lifecycle_of(kind), row);
}

TEST(Judge, EveryGuardSpeaksBothLanguages) {
  for (const GuardRule& rule : kGuards) {
    EXPECT_TRUE(rule.refusal.zh.ends_with("。")) << name_of(rule.guard);
    EXPECT_TRUE(rule.refusal.en.ends_with(".")) << name_of(rule.guard);
    EXPECT_FALSE(rule.basis.article.empty()) << name_of(rule.guard);
  }
}

TEST(Judge, AsksForTheRoleBeforeItAsksTheGuards) {
  Facts facts;
  facts.acted_before = true;
  const auto judged =
      judge(kMessageLifecycle, State::with_deputy, Role::deputy, Action::withdraw, facts);
  ASSERT_FALSE(judged);
  EXPECT_EQ(judged.error().code, "not_yours");
}

TEST(Judge, NamesTheFirstGuardThatDoesNotHold) {
  Facts facts;
  facts.attachments_usable = false;
  facts.notice_current = false;
  const auto judged = judge(kMessageLifecycle, State::blank, Role::resident, Action::send, facts);
  ASSERT_FALSE(judged);
  EXPECT_EQ(judged.error().code, "notice_accepted");
}

TEST(Judge, ARefusalWithoutARowCitesWhereTheActionComesFrom) {
  const auto early = judge(kOrderLifecycle, State::submitted, Role::unit, Action::reply, Facts{});
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().code, "not_from_here");
  EXPECT_EQ(early.error().basis->article, "reply");
  const auto other = judge(kOrderLifecycle, State::submitted, Role::deputy, Action::reply, Facts{});
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, "not_yours");
  EXPECT_EQ(other.error().basis->article, "reply");
  const auto never =
      judge(kOrderLifecycle, State::submitted, Role::resident, Action::send, Facts{});
  ASSERT_FALSE(never);
  EXPECT_EQ(never.error().basis->article, "passing-on");
}

/// R4: a deputy never closes, scores or moves a unit's order. What he sent he may take back, until
/// it is dispatched.
TEST(Judge, ADeputyOnlyTakesBackWhatNoUnitHasYet) {
  for (const Transition& row : kOrderLifecycle) {
    if (!row.who.has(Role::deputy)) continue;
    EXPECT_EQ(row.action, Action::withdraw);
    EXPECT_TRUE(row.from == State::submitted || row.from == State::accepted) << name_of(row.from);
  }
  const auto late =
      judge(kOrderLifecycle, State::dispatched, Role::deputy, Action::withdraw, Facts{});
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, "not_from_here");
}

/// R20: "you may not return it again" is said before "your papers are not complete".
TEST(Judge, ARefusedReturnIsNotAskedForAgain) {
  Facts facts;
  facts.return_window_open = true;
  facts.return_refused = true;
  facts.return_papers_complete = false;
  const auto again =
      judge(kOrderLifecycle, State::handling, Role::unit, Action::request_return, facts);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, "not_returned_before");
  EXPECT_EQ(again.error().basis->instrument, "weifang-12345");
}

/// R17: the lead unit waits for the assisting ones, or says why one of them is missing.
TEST(Judge, AReplyWaitsForAssistingUnitsOrExplainsTheirAbsence) {
  Facts facts;
  facts.assistance_owed = true;
  facts.absences_explained = false;
  const auto early = judge(kOrderLifecycle, State::handling, Role::unit, Action::reply, facts);
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().code, "assistants_settled");
  facts.absences_explained = true;
  EXPECT_TRUE(judge(kOrderLifecycle, State::handling, Role::unit, Action::reply, facts));
}

}  // namespace
}  // namespace mashang::rules
