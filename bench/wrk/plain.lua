-- One address, as it stands on the command line.
require("result")
