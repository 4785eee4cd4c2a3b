// Party store: whom a case is tied to by a tie to many (rules/scope.h): the units that assist, the
// deputies who sign jointly. Invariant: the rows are what the case says, written with it.
#pragma once

#include "cases/case.h"
#include "store/connection.h"

namespace mashang::store {

void save_parties(Connection& connection, const cases::Case& standing);

/// Whether exactly the parties of the case stand in the table.
bool parties_stand(Connection& connection, const cases::Case& standing);

}  // namespace mashang::store
