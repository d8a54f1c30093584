-- wrk: sends requests as readers of ours, judges every answer, and prints one line of figures.
--   wrk ... -s readers.lua URL -- PATH ETAG COOKIES ONCE|AGAIN|MEET
-- COOKIES is a file of Cookie headers, one a line, or - for none. ONCE uses each line once and stops when they are used up; AGAIN begins anew;
-- MEET sends none and writes the reader's cookie of each answer to the file. An answer counts as wrong unless it is a 200 with ETAG, which
-- names the bytes and so the variant of the page; - takes any.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  local path, etag, file, manner = args[1], args[2], args[3], args[4]
  requests, wrong, spent = {}, 0, false
  next_one = 1
  again = manner == "AGAIN"
  if manner == "MEET" or file == "-" then
    requests[1] = wrk.format("GET", path)
    again = true
  else
    for cookie in io.lines(file) do
      table.insert(requests, wrk.format("GET", path, { ["Cookie"] = cookie }))
    end
  end
  if manner == "MEET" then
    met = io.open(file, "w")
  end
  if etag ~= "-" or met then
    response = function(status, headers)
      if status ~= 200 or (etag ~= "-" and headers["ETag"] ~= etag) then
        wrong = wrong + 1
      elseif met then
        met:write((headers["Set-Cookie"] or ""):match("^[^;]+"), "\n")
      end
    end
  end
end

function request()
  if next_one > #requests then
    if not again then
      spent = true
      wrk.thread:stop()
    end
    next_one = 1
  end
  next_one = next_one + 1
  return requests[next_one - 1]
end

-- requests, microseconds, p50 and p99 in microseconds, errors, wrong answers, whether the readers ran out
function done(summary, latency)
  local wrong, spent = 0, false
  for _, thread in ipairs(threads) do
    wrong = wrong + thread:get("wrong")
    spent = spent or thread:get("spent")
  end
  local errors = summary.errors
  print(string.format("figures %d %d %d %d %d %d %s", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.timeout + errors.status, wrong, spent))
end
