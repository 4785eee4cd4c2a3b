// What the simulation prints. The lines that begin with "simulate:" sum it up; CI shows them.
#pragma once

#include <iosfwd>

#include "simulate/life.h"
#include "simulate/year.h"

namespace mashang::simulate {

void print_invariants(std::ostream& out, const Inspector& inspector);
/// Which rows of the tables and which refusals the lives came to.
void print_reach(std::ostream& out, const Told& told);
void print_breach(std::ostream& out, std::uint64_t seed, int weeks, const Life& life,
                  const std::string& invariant, std::int64_t case_id, const std::string& what);
void print_year(std::ostream& out, const YearPlan& plan, const YearTold& told, double seconds);

}  // namespace mashang::simulate
