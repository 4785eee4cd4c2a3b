// The schema, step by step. Types are those both databases know; ids are `integer primary key`,
// which SQLite numbers by itself. Instants are milliseconds since 1970 in UTC; yes and no are 1, 0.
#include "store/migrations.h"

#include <array>

namespace mashang::store {
namespace {

constexpr std::string_view kFirst = R"sql(
create table region (
  code text primary key,
  name text not null,
  parent text references region (code)
);
)sql";

constexpr std::array kSteps{kFirst};

}  // namespace

std::span<const std::string_view> migrations() { return kSteps; }

}  // namespace mashang::store
