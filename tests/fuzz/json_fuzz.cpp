// Whatever the reader lets in, the writer writes so that it is let in again as the same; and what
// it refuses, it refuses with errors that can be written themselves.
#include <cstdint>
#include <cstdlib>

#include "base/json.h"
#include "base/utf8.h"

namespace mashang {
namespace {

enum class Mood { calm, angry };
BOOST_DESCRIBE_ENUM(Mood, calm, angry)

struct Branch {
  std::string name;
  std::optional<double> weight;
  std::vector<Branch> branches;
};
BOOST_DESCRIBE_STRUCT(Branch, (), (name, weight, branches))

struct Everything {
  std::optional<PersonId> id;
  std::optional<BoundedText<1, 20>> text;
  std::optional<Mood> mood;
  std::optional<bool> yes;
  std::optional<int> small;
  std::optional<std::int64_t> large;
  std::optional<Instant> at;
  std::optional<Day> day;
  std::optional<Text2s> label;
  std::optional<std::map<std::string, double>> map;
  std::optional<Branch> tree;
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (id, text, mood, yes, small, large, at, day, label, map, tree))

void require(bool truth) {
  if (!truth) std::abort();
}

void try_document(std::string_view text) {
  const auto value = read_json<Everything>(text);
  if (!value) {
    require(!value.error().empty());
    const std::string errors = to_json(value.error());
    require(valid_utf8(errors));
    require(bool(read_json<std::vector<FieldError>>(errors)));
    return;
  }
  // Years below 0 and above 9999 can't come in, so each instant can be spelt again.
  const std::string once = to_json(*value);
  const auto again = read_json<Everything>(once);
  require(bool(again));
  require(to_json(*again) == once);
}

}  // namespace
}  // namespace mashang

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  mashang::try_document({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
