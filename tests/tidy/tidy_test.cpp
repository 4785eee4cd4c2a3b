// Tidy is tested with breaches planted on purpose: each is found, at its line, and its innocent
// neighbour is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tidy/checks.h"

namespace tidy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<std::string> kNever = {"forward", "ticket", "business_day"};

/// The lines on which a check, or all of them, finds something; each as "line: what".
std::vector<std::string> breaches_in(const std::string& path, const std::string& text) {
  Breaches found;
  check(make_source(path, text), kNever, found);
  std::vector<std::string> lines;
  for (const Breach& breach : found)
    lines.push_back(std::to_string(breach.line) + ": " + breach.what);
  return lines;
}

std::string in_cpp(const std::string& code) { return "// A test.\n" + code; }
std::string in_header(const std::string& code) { return "// A test.\n#pragma once\n" + code; }

TEST(TidyTest, a_folder_includes_only_what_stands_to_its_left) {
  EXPECT_THAT(
      breaches_in("src/cases/decide.cpp", in_cpp("#include \"rules/guards.h\"\n"
                                                 "#include \"store/writer.h\"\n")),
      ElementsAre("3: cases may not include \"store/writer.h\"; it may include base calendar "
                  "rules cases"));
  EXPECT_THAT(breaches_in("src/http/routes.cpp", in_cpp("#include \"desk/reads.h\"\n"
                                                        "#include \"store/database.h\"\n")),
              ElementsAre(HasSubstr("3: http may not include \"store/database.h\"")));
  EXPECT_THAT(breaches_in("src/odd/new.cpp", in_cpp("#include \"base/id.h\"\n")),
              ElementsAre(HasSubstr("2: the folder odd has no row")));
}

TEST(TidyTest, libraries_from_outside_stay_in_their_folder) {
  EXPECT_THAT(breaches_in("src/desk/a.cpp", in_cpp("#include <sqlite3.h>\n")),
              ElementsAre("2: desk may not include <sqlite3.h>"));
  EXPECT_THAT(breaches_in("src/store/a.cpp", in_cpp("#include <sqlite3.h>\n")), IsEmpty());
  EXPECT_THAT(
      breaches_in("src/cases/a.cpp", in_cpp("#include <boost/json.hpp>\n#include <thread>\n")),
      ElementsAre(HasSubstr("2: "), HasSubstr("3: ")));
  EXPECT_THAT(breaches_in("src/cases/a_test.cpp", in_cpp("#include <gtest/gtest.h>\n")), IsEmpty());
  EXPECT_THAT(breaches_in("src/cases/a.cpp", in_cpp("#include <gtest/gtest.h>\n")),
              ElementsAre("2: cases may not include <gtest/gtest.h>"));
}

TEST(TidyTest, no_clock_is_read_where_decisions_are_made) {
  EXPECT_THAT(breaches_in("src/rules/a.cpp", in_cpp("auto t = std::chrono::system_clock::now();\n"
                                                    "auto u = std::time(nullptr);\n"
                                                    "// not system_clock::now() in a comment\n"
                                                    "auto v = \"system_clock::now()\";\n"
                                                    "bool known(Instant now);\n")),
              ElementsAre(HasSubstr("2: no clock"), HasSubstr("3: no clock")));
  EXPECT_THAT(breaches_in("src/desk/a.cpp", in_cpp("auto t = std::chrono::system_clock::now();\n")),
              IsEmpty());
}

TEST(TidyTest, states_and_roles_are_compared_only_by_the_rules) {
  const std::string code = in_cpp(
      "bool a = order.state == State::closed;\n"
      "bool b = Role::unit != who;\n"
      "switch (s) { case rules::State::closed: break; }\n"
      "auto c = State::closed;\n");
  EXPECT_THAT(
      breaches_in("src/desk/a.cpp", code),
      ElementsAre(HasSubstr("2: a branch"), HasSubstr("3: a branch"), HasSubstr("4: a branch")));
  EXPECT_THAT(breaches_in("src/rules/a.cpp", code), IsEmpty());
  EXPECT_THAT(breaches_in("src/desk/a_test.cpp", code), IsEmpty());
}

std::string function_of(std::size_t lines, const std::string& head) {
  std::string text = head + " {\n";
  for (std::size_t i = 2; i < lines; ++i) text += "  work();\n";
  return text + "}\n";
}

TEST(TidyTest, a_function_has_seventy_lines_at_most) {
  EXPECT_THAT(breaches_in("src/desk/a.cpp", in_cpp(function_of(70, "void f(int a)"))), IsEmpty());
  EXPECT_THAT(breaches_in("src/desk/a.cpp", in_cpp(function_of(71, "void f(int a)"))),
              ElementsAre("2: a function of 71 lines; 70 are the most"));
}

TEST(TidyTest, functions_are_found_in_every_shape) {
  for (const char* head :
       {"bool operator==(const X& a) const", "X::X(int a) : a_(a), b_(f(a))", "auto f() -> int",
        "template <typename T = int>\nvoid f(T t = {})", "TEST(Name, does_this)",
        "namespace a {\nclass B {\n void f() noexcept", "void f(std::function<void(int)> g)"})
    EXPECT_THAT(breaches_in("src/desk/a.cpp", in_cpp(function_of(80, head))),
                ElementsAre(HasSubstr("a function of")))
        << head;
}

TEST(TidyTest, a_table_is_as_long_as_its_law_and_a_class_as_its_functions) {
  EXPECT_THAT(breaches_in("src/rules/a.cpp", in_cpp(function_of(90, "constexpr auto kRows = []"))),
              IsEmpty());
  EXPECT_THAT(breaches_in("src/rules/a.cpp", in_cpp(function_of(90, "class A"))), IsEmpty());
  EXPECT_THAT(breaches_in("src/rules/a.cpp", in_cpp(function_of(90, "enum class A"))), IsEmpty());
}

TEST(TidyTest, a_file_has_six_hundred_lines_at_most) {
  std::string text = "// A test.\n";
  for (int i = 0; i < 600; ++i) text += "int a;\n";
  EXPECT_THAT(breaches_in("src/desk/a.cpp", text),
              ElementsAre("601: a file of 601 lines; 600 are the most"));
}

TEST(TidyTest, a_line_is_as_wide_as_its_characters_and_a_table_may_be_wider) {
  const std::string wide = "int a;  " + std::string(112, 'x') + ";\n";
  EXPECT_THAT(breaches_in("src/desk/a.cpp", in_cpp(wide)),
              ElementsAre("2: a line of 121 characters; 100 are the most"));
  EXPECT_THAT(breaches_in("src/desk/a.cpp",
                          in_cpp("// clang-format off\n" + wide + "// clang-format on\n" + wide)),
              ElementsAre(HasSubstr("5: ")));
  std::string chinese = "//";
  for (int i = 0; i < 98; ++i) chinese += "码";
  EXPECT_THAT(breaches_in("src/desk/a.cpp", chinese + "\n"), IsEmpty());
}

TEST(TidyTest, a_header_keeps_its_form) {
  EXPECT_THAT(breaches_in("src/desk/a.h", "// A test.\nint f();\n"),
              ElementsAre("2: a header begins with #pragma once"));
  EXPECT_THAT(breaches_in("src/desk/a.h", in_header("using namespace std;\n")),
              ElementsAre("3: no `using namespace` in a header"));
  EXPECT_THAT(breaches_in("src/desk/a.cpp", in_cpp("using namespace std::chrono;\n")), IsEmpty());
}

TEST(TidyTest, no_macro_no_raw_new_no_file_without_a_word_of_what_it_is_for) {
  EXPECT_THAT(
      breaches_in("src/desk/a.cpp", in_cpp("#define A 1\nauto p = new int(1);\nint new_one;\n")),
      ElementsAre("2: no macro", "3: no raw new"));
  EXPECT_THAT(breaches_in("src/desk/a.cpp", "int a;\n"),
              ElementsAre("1: a file begins with a comment: what it is for"));
}

TEST(TidyTest, no_path_into_a_home) {
  const std::string home = std::string{"/ho"} + "me/";
  EXPECT_THAT(breaches_in("README.md", "see " + home + "anna/notes\n"),
              ElementsAre("1: a path into somebody's home"));
  EXPECT_THAT(
      breaches_in("README.md", "see src" + home + "page and https://a.example" + home + "x\n"),
      IsEmpty());
}

TEST(TidyTest, chinese_sentences_carry_chinese_punctuation) {
  EXPECT_THAT(breaches_in("data/labels/zh.json",
                          "\"a\": \"已签,"
                          "办理\"\n\"b\": \"已签，办理\", \"签\"\n"),
              ElementsAre("1: half-width punctuation between Chinese characters"));
}

TEST(TidyTest, the_glossary_names_the_words_that_are_never_used) {
  EXPECT_THAT(never_words_in("| 中文 | English | never |\n|---|---|---|\n"
                             "| 转交 | pass on | forward, business day |\n"
                             "| 工单 | order | `ticket` (311: service request) |\n\n"
                             "| other | table |\n|---|---|\n| transfer | is free here |\n"),
              ElementsAre("forward", "business_day", "ticket"));
}

TEST(TidyTest, a_ruled_out_word_names_nothing_in_rules_and_cases) {
  const std::string code = in_cpp(
      "int forward_to;\nstruct OldTicket {};\nauto a = std::forward<T>(t);\n"
      "auto b = other.ticket() + that->ticket;\n"
      "int forwarder;  // forward\nint x = businessDay;\n");
  EXPECT_THAT(breaches_in("src/cases/a.cpp", code),
              ElementsAre(HasSubstr("2: the name forward_to"), HasSubstr("3: the name OldTicket"),
                          HasSubstr("7: the name businessDay")));
  EXPECT_THAT(breaches_in("src/http/a.cpp", code), IsEmpty());
}

TEST(TidyTest, comments_and_literals_are_no_code) {
  const SourceFile file = make_source("src/a.cpp",
                                      "int a = 1'000; // '\nauto b = R\"(x\"}{)\"; /* {\n"
                                      "*/ char c = '\"'; auto d = \"\\\"{\"; int e;\n");
  EXPECT_EQ(file.code[0], "int a = 1'000;     ");
  EXPECT_EQ(file.code[1], "auto b = R\"(    )\";     ");
  EXPECT_EQ(file.code[2], "   char c = ' '; auto d = \"   \"; int e;");
}

}  // namespace
}  // namespace tidy
