// What counts as a placeholder, and what only looks like one.
#include "store/placeholders.h"

#include <gtest/gtest.h>

namespace mashang::store {
namespace {

TEST(Placeholders, AreNumberedNotNamed) {
  EXPECT_EQ(with_question_marks("select $2, $1 from t where a = $10"),
            "select ?2, ?1 from t where a = ?10");
}

TEST(Placeholders, AreNotLookedForInLiteralsNamesAndComments) {
  EXPECT_EQ(with_question_marks("select '$1', 'it''s $2', \"$3\", $4"),
            "select '$1', 'it''s $2', \"$3\", ?4");
  EXPECT_EQ(with_question_marks("select $1 -- not $2\n, $3"), "select ?1 -- not $2\n, ?3");
  EXPECT_EQ(with_question_marks("select /* '$1 */ $2"), "select /* '$1 */ ?2");
}

TEST(Placeholders, EndWhereTheTextIsBroken) {
  EXPECT_EQ(with_question_marks("select $1, 'open $2"), "select ?1, 'open $2");
  EXPECT_EQ(with_question_marks("select $1 /* open $2"), "select ?1 /* open $2");
  EXPECT_EQ(with_question_marks("$"), "$");
  EXPECT_EQ(with_question_marks(""), "");
}

TEST(Placeholders, AreNoPartOfNames) {
  EXPECT_EQ(with_question_marks("select total$1, 名$2, $tag, ($3)"),
            "select total$1, 名$2, $tag, (?3)");
}

}  // namespace
}  // namespace mashang::store
