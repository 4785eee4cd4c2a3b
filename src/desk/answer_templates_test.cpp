// Answer templates: the city's for everybody, a deputy's own for him alone, and so many of them.
#include "desk/answer_templates.h"

#include "desk/desk_fixture.h"

namespace mashang::desk {
namespace {

class AnswerTemplatesTest : public DeskTest {
 protected:
  static TemplateDraft draft(const std::string& title) { return {{title}, {"您好。"}}; }
  std::size_t count(const Person& person) { return list_templates(desk(), person).size(); }
};

TEST_F(AnswerTemplatesTest, ADeputysOwnComeBeforeTheCitys) {
  const auto kept = keep_template(desk(), deputy(), draft("我的"));
  ASSERT_TRUE(kept);
  const auto list = list_templates(desk(), deputy());
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].id, *kept);
  EXPECT_TRUE(list[0].own);
  EXPECT_EQ(list[0].title.en, "我的");
  EXPECT_FALSE(list[1].own);
  EXPECT_FALSE(list[1].id);
  EXPECT_EQ(list[1].title.en, "Received");
}

TEST_F(AnswerTemplatesTest, NobodyElseSeesOrRemovesThem) {
  const auto kept = keep_template(desk(), deputy(), draft("我的"));
  EXPECT_EQ(count(deputy("D3")), 1U);
  EXPECT_EQ(count(staff("station")), 1U);
  EXPECT_FALSE(remove_template(desk(), deputy("D3"), *kept));
  EXPECT_FALSE(remove_template(desk(), staff("station"), *kept));
  EXPECT_TRUE(remove_template(desk(), deputy(), *kept));
  EXPECT_FALSE(remove_template(desk(), deputy(), *kept));
  EXPECT_EQ(count(deputy()), 1U);
}

TEST_F(AnswerTemplatesTest, FiftyAreKeptAndTheSameTwiceIsOne) {
  for (std::size_t i = 0; i < kTemplatesMost; ++i)
    ASSERT_TRUE(keep_template(desk(), deputy(), draft("第" + std::to_string(i))));
  const auto full = keep_template(desk(), deputy(), draft("再一条"));
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error(), TemplateRefusal::too_many);
  EXPECT_TRUE(keep_template(desk(), deputy(), draft("第7"))) << "it is there already";
  EXPECT_EQ(count(deputy()), kTemplatesMost + 1);
}

TEST_F(AnswerTemplatesTest, WhoIsNoDeputyKeepsNone) {
  const auto kept = keep_template(desk(), staff("station"), draft("站里的"));
  ASSERT_FALSE(kept);
  EXPECT_EQ(kept.error(), TemplateRefusal::no_deputy);
}

}  // namespace
}  // namespace mashang::desk
