-- Sends the requests in a file, one per line: method, path, a header, body. Each thread starts at a random line.
local requests = {}
local index = 0

function init(args)
  for line in io.lines(os.getenv("REQUESTS")) do
    local method, path, header, value, body = line:match("([^\t]*)\t([^\t]*)\t([^\t]*): ([^\t]*)\t([^\t]*)")
    local headers = { [header] = value }
    if method == "PATCH" then
      headers["Content-Type"] = "application/merge-patch+json"
      headers["If-Match"] = "*"
    elseif body ~= "" then
      headers["Content-Type"] = "application/json"
    end
    if header == "Cookie" then
      headers["Accept-Encoding"] = "gzip"
    end
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
  math.randomseed(os.time() + tonumber(tostring(requests):match("0x(%x+)"), 16) % 100000)
  index = math.random(#requests)
end

function request()
  index = index % #requests + 1
  return requests[index]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("result %.1f %.2f %.2f %.2f %d\n",
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(90) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
