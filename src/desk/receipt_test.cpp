// Receipt codes: who holds one follows the message, and nothing else opens it.
#include "desk/receipt.h"

#include "desk/desk_fixture.h"
#include "desk/reads.h"

namespace mashang::desk {
namespace {

class ReceiptTest : public DeskTest {};

TEST(Receipt, ACodeHasEightSignsThatAreNotMistaken) {
  const std::string code = receipt_code("secret", "LY20261124-000001");
  ASSERT_EQ(code.size(), 9U);
  EXPECT_EQ(code[4], '-');
  EXPECT_EQ(code.find_first_of("ILOU"), std::string::npos);
  EXPECT_EQ(code, receipt_code("secret", "LY20261124-000001"));
  EXPECT_NE(code, receipt_code("secret", "LY20261124-000002"));
  EXPECT_NE(code, receipt_code("other", "LY20261124-000001"));
}

TEST(Receipt, WhatPeopleTypeIsPutRight) {
  EXPECT_EQ(normal_code(" k7qf 2m9x "), "K7QF-2M9X");
  EXPECT_EQ(normal_code("k7qf-2m9x"), "K7QF-2M9X");
  EXPECT_EQ(normal_code("oIl0-AAAA"), "0110-AAAA");
  EXPECT_EQ(normal_code("Ｋ７ｑｆ２Ｍ９Ｘ"), "K7QF-2M9X");
  EXPECT_EQ(normal_number("ly2026 1124 00O0I2"), "LY20261124-000012");
  EXPECT_EQ(normal_number("LY20261124-000012"), "LY20261124-000012");
  EXPECT_EQ(normal_number("编号：LY20261124—000012。"), "LY20261124-000012");
  EXPECT_EQ(normal_number(""), "");
  EXPECT_EQ(normal_code("…"), "");
}

TEST_F(ReceiptTest, WhoSendsAMessageGetsItsCodeAndTheSameOneAgain) {
  const Once once = fresh_key();
  const Done first = must(send(resident(), draft(), once));
  ASSERT_TRUE(first.receipt_code);
  EXPECT_EQ(must(send(resident(), draft(), once)).receipt_code, first.receipt_code);
  EXPECT_EQ(read_case(desk(), resident(), first.kind, first.id)->receipt_code, first.receipt_code);
  EXPECT_FALSE(read_case(desk(), deputy(), first.kind, first.id)->receipt_code);
  reopen();
  EXPECT_EQ(read_case(desk(), resident(), first.kind, first.id)->receipt_code, first.receipt_code);
}

TEST_F(ReceiptTest, NumberAndCodeMustBelongTogether) {
  EXPECT_FALSE(read_by_receipt(desk(), "LY20261124-000001", "0000-0000")) << "no secret yet";
  const Done one = must(send(resident(), draft()));
  const Done other = must(send(resident("15400000009", "李样本"), draft()));
  EXPECT_TRUE(read_by_receipt(desk(), one.number, *one.receipt_code));
  EXPECT_FALSE(read_by_receipt(desk(), one.number, *other.receipt_code));
  EXPECT_FALSE(read_by_receipt(desk(), other.number, *one.receipt_code));
  EXPECT_FALSE(read_by_receipt(desk(), one.number, ""));
  EXPECT_FALSE(read_by_receipt(desk(), "LY20261124-000099", receipt_code("", "LY20261124-000099")));
}

}  // namespace
}  // namespace mashang::desk
