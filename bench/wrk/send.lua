-- Residents who send a message each, one after the other, round and round, every request with a key
-- of its own.
--   wrk ... -- FILE NOTICE: lines "token csrf deputy" of FILE; the version of the privacy notice
require("result")

local senders = {}
local count = 0
local run = tostring(os.time())
local content = '"content":{"when":"上周三起，每天早晚高峰最乱","where":"白沙洲街道工业大道与示例路路口",'
  .. '"what":"路口的红绿灯从上周起东西方向一直是黄灯闪，早晚高峰车子抢着过，接孩子的老人不敢走。",'
  .. '"before":"打过一次电话，说会转告，没有下文",'
  .. '"ask":"请尽快修好红绿灯，修好前派人在高峰时指挥。"}'

function init(args)
  for line in io.lines(args[1]) do
    local token, csrf, deputy = line:match("^(%S+)\t(%S+)\t(%S+)$")
    local body = '{"deputy":"' .. deputy .. '",' .. content .. ',"notice_version":"' .. args[2] .. '"}'
    local headers = { Cookie = "mashang_session=" .. token, ["X-CSRF-Token"] = csrf,
      ["Content-Type"] = "application/json", ["Idempotency-Key"] = "KEY" }
    local text = wrk.format("POST", "/api/v1/messages", headers, body)
    local before, after = text:match("^(.-: )KEY(.*)$")
    senders[#senders + 1] = { before, after }
  end
end

function request()
  count = count + 1
  local sender = senders[count % #senders + 1]
  return sender[1] .. run .. "-" .. count .. sender[2]
end
