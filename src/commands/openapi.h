// openapi: the description of the API without a running server.
#pragma once

#include <string>

#include "desk/city.h"

namespace mashang::commands {

std::string describe_api(const desk::City& city);

}  // namespace mashang::commands
