-- The last line that wrk prints: its figures as JSON. What was not answered as it should be is
-- counted too, since a refusal is faster than an answer.
function done(summary, latency)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read
    + summary.errors.write + summary.errors.timeout
  io.write(string.format('{"each_second":%.1f,"bad":%d,"p50_us":%d,"p99_us":%d}\n',
    summary.requests / summary.duration * 1e6, bad, latency:percentile(50), latency:percentile(99)))
end
