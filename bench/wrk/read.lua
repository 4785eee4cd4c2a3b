-- Messages read by their residents, one after the other, round and round.
--   wrk ... -- FILE COUNT: the first COUNT lines "id token" of FILE
require("result")

local requests = {}
local at = 0

function init(args)
  for line in io.lines(args[1]) do
    if #requests == tonumber(args[2]) then break end
    local id, token = line:match("^(%d+)\t(%S+)$")
    requests[#requests + 1] =
      wrk.format("GET", "/api/v1/messages/" .. id, { Cookie = "mashang_session=" .. token })
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end
