// The life of a connection as coroutines. All of it runs on the I/O thread, so nothing here locks;
// handlers that may wait run elsewhere and come back by asio::post.
#include "http/connection.h"

#include <array>

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

#include "http/problem.h"
#include "http/response_writer.h"

namespace mashang::http {
namespace {

// Small answers are gathered here; pipelined ones leave in one write.
constexpr std::size_t kGatherMax = 16 * 1024;
constexpr std::size_t kReadSize = 4 * 1024;
constexpr std::size_t kReadSizeOfBody = 64 * 1024;
// Whoever sends slower than this, after a start, is holding a place rather than sending.
constexpr std::size_t kBytesPerSecondMin = 8 * 1024;

/// Tells the error instead of throwing: a client that goes away is no exception.
auto with_error(boost::system::error_code& code) { return asio::redirect_error(Awaiting{}, code); }

Response fault_answer(const Engine& engine, const std::exception& fault, Language language) {
  const auto& ask = engine.options.answer_to_fault;
  auto answer = ask ? ask(fault, language) : std::nullopt;
  return answer ? *std::move(answer) : problem(500, "internal", language);
}

Response run_handler(const Engine& engine, const Handler& handler, const Request& request) {
  try {
    return handler(request);
  } catch (const std::exception& fault) {
    log_fault(fault.what(), request.trace);
    return fault_answer(engine, fault, request.language());
  }
}

void run_later_handler(const Engine& engine, const LaterHandler& handler, const Request& request,
                       const Answer& answer) {
  // Kept aside: once the handler has answered, the request may be gone.
  const Language language = request.language();
  const Trace trace = request.trace;
  try {
    handler(request, answer);
  } catch (const std::exception& fault) {
    log_fault(fault.what(), trace);
    answer(fault_answer(engine, fault, language));
  }
}

Response busy(Language language) { return problem(503, "busy", language).with("Retry-After", "1"); }

/// Runs what the route asks for, where the route says; `answer` is called in the end.
void start_handler(Engine& engine, const Request& request, const Answer& answer) {
  const auto job = [&engine, &request, answer] {
    const auto& handler = request.route->handler;
    if (const auto* now = std::get_if<Handler>(&handler))
      answer(run_handler(engine, *now, request));
    else
      run_later_handler(engine, std::get<LaterHandler>(handler), request, answer);
  };
  if (request.route->run_on == RunOn::io_thread) return job();
  if (!engine.workers->post(job)) answer(busy(request.language()));
}

/// What needs no handler: OPTIONS, unknown addresses and methods.
Response answer_without_route(const Engine& engine, const Request& request,
                              const RouteMatch& match) {
  if (request.method == Method::options && request.path() == "*") return no_content();
  if (!match.address_known) return problem(404, "not_found", request.language());
  std::string allowed = engine.routes.allowed(request.path());
  if (request.method == Method::options) return no_content().with("Allow", std::move(allowed));
  return problem(405, "method_not_allowed", request.language()).with("Allow", std::move(allowed));
}

void log_answer(const Request& request, const Response& response, Clock::time_point started) {
  const RequestRecord record{
      .method = name_of(request.method),
      .route = request.route == nullptr ? std::string_view("-") : request.route->pattern,
      .status = response.status,
      .took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started),
      .size = size_of_body(response),
      .trace = request.trace};
  if (logs(level_of(record))) log_request(record);
}

/// Bytes that have arrived and are not read yet.
class Inbox {
 public:
  std::string_view bytes() const { return {data_.data() + begin_, end_ - begin_}; }
  void drop(std::size_t size) {
    begin_ += size;
    if (begin_ == end_) begin_ = end_ = 0;
  }
  asio::mutable_buffer room(std::size_t wanted) {
    if (begin_ > 0) {
      std::copy(data_.begin() + std::ptrdiff_t(begin_), data_.begin() + std::ptrdiff_t(end_),
                data_.begin());
      end_ -= begin_;
      begin_ = 0;
    }
    if (data_.size() < end_ + wanted) data_.resize(end_ + wanted);
    return asio::buffer(data_.data() + end_, data_.size() - end_);
  }
  void add(std::size_t size) { end_ += size; }

 private:
  std::vector<char> data_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

struct Connection::Reading {
  explicit Reading(const Engine& engine) : parser(engine.routes, engine.options.head_max) {}

  RequestParser parser;
  Request request = {};
  Inbox inbox = {};
  std::string outbox = {};
  Clock::time_point since = {};  // when the first byte of the request was seen

  bool begun() const { return parser.begun() || !inbox.bytes().empty(); }
  void start_over() {
    parser.reset();
    request.clear();
    since = {};
  }
};

Connection::Connection(Engine& engine, Socket socket)
    : engine_(engine), socket_(std::move(socket)), deadline_(Clock::time_point::max()) {
  place_ = engine_.connections.insert(engine_.connections.end(), this);
  boost::system::error_code code;
  socket_.set_option(asio::ip::tcp::no_delay(true), code);
  const auto endpoint = socket_.remote_endpoint(code);
  if (!code) peer_ = endpoint.address().to_string();
}

Connection::~Connection() {
  release_upload();
  engine_.connections.erase(place_);
  if (engine_.connections.empty() && engine_.on_empty) engine_.on_empty();
}

void Connection::set_phase(Phase phase, Clock::duration time) {
  phase_ = phase;
  deadline_ = time == Clock::duration::max() ? Clock::time_point::max() : engine_.now + time;
}

void Connection::expire_if_due(Clock::time_point now) {
  if (now < deadline_) return;
  timed_out_ = true;
  boost::system::error_code ignored;
  // A reader is woken to answer 408; a client that doesn't take its answer gets no other.
  if (phase_ == Phase::reading || phase_ == Phase::idle)
    socket_.cancel(ignored);
  else if (phase_ == Phase::writing)
    socket_.close(ignored);
}

void Connection::close_if_idle() {
  boost::system::error_code ignored;
  if (phase_ == Phase::idle) socket_.cancel(ignored);
}

bool Connection::admit_upload(const Request& request) {
  if (holds_upload_ || request.route == nullptr || request.route->body_max <= kBodyMax) return true;
  if (engine_.uploads >= engine_.options.uploads_max) return false;
  holds_upload_ = true;
  ++engine_.uploads;
  return true;
}

void Connection::release_upload() {
  if (std::exchange(holds_upload_, false)) --engine_.uploads;
}

Task<bool> Connection::write_all(std::string_view first, std::string_view second) {
  while (!first.empty() || !second.empty()) {
    const std::array<asio::const_buffer, 2> rest{asio::buffer(first.data(), first.size()),
                                                 asio::buffer(second.data(), second.size())};
    // Each step forward buys new time: a large file over a slow line is no fault.
    set_phase(Phase::writing, engine_.options.write_time_max);
    boost::system::error_code code;
    const std::size_t sent = co_await socket_.async_write_some(rest, with_error(code));
    if (code) co_return false;
    const std::size_t of_first = std::min(sent, first.size());
    first.remove_prefix(of_first);
    second.remove_prefix(sent - of_first);
  }
  co_return true;
}

Task<bool> Connection::flush(Reading& reading) {
  const bool sent = reading.outbox.empty() || co_await write_all(reading.outbox, {});
  reading.outbox.clear();
  co_return sent;
}

void Connection::wait_for_bytes(Reading& reading) {
  if (!reading.begun()) return set_phase(Phase::idle, engine_.options.idle_max);
  if (reading.since == Clock::time_point{}) reading.since = engine_.now;
  phase_ = Phase::reading;
  deadline_ = reading.since + engine_.options.head_time_max +
              std::chrono::seconds(reading.request.body.size() / kBytesPerSecondMin);
}

Task<Arrival> Connection::read_request(Reading& reading) {
  RequestParser& parser = reading.parser;
  Inbox& inbox = reading.inbox;
  for (;;) {
    if (!inbox.bytes().empty()) inbox.drop(parser.put(inbox.bytes(), reading.request));
    if (parser.fault()) co_return Arrival::refused;
    if (parser.complete()) co_return Arrival::complete;
    if (parser.head_done() && !admit_upload(reading.request)) co_return Arrival::too_many_uploads;
    if (parser.take_continue()) reading.outbox += "HTTP/1.1 100 Continue\r\n\r\n";
    if (!reading.outbox.empty() && !co_await flush(reading)) co_return Arrival::gone;
    if (!reading.begun() && engine_.draining) co_return Arrival::gone;
    wait_for_bytes(reading);
    boost::system::error_code code;
    const auto room = inbox.room(parser.head_done() ? kReadSizeOfBody : kReadSize);
    const std::size_t size = co_await socket_.async_read_some(room, with_error(code));
    if (code) co_return timed_out_&& reading.begun() ? Arrival::timed_out : Arrival::gone;
    inbox.add(size);
  }
}

Task<Response> Connection::answer_later(const Request& request) {
  // A handler may take as long as it needs; what it waits for has limits of its own.
  set_phase(Phase::working, Clock::duration::max());
  const auto initiate = [this, &request](auto resume) {
    // Shared only because std::function must be copyable; exactly one copy resumes.
    auto once = std::make_shared<decltype(resume)>(std::move(resume));
    const Executor executor = socket_.get_executor();
    const Answer answer([once, executor](Response response) {
      asio::post(executor, [once, response = std::move(response)]() mutable {
        std::move (*once)(std::move(response));
      });
    });
    start_handler(engine_, request, answer);
  };
  const Awaiting token;
  co_return co_await asio::async_initiate<const Awaiting, void(Response)>(initiate, token);
}

Task<Response> Connection::answer(Reading& reading, Arrival arrival) {
  Request& request = reading.request;
  const Language language = request.language();
  if (arrival == Arrival::timed_out) co_return problem(408, "timeout", language);
  if (arrival == Arrival::too_many_uploads) co_return busy(language);
  if (arrival == Arrival::refused) {
    const ParseFault fault = *reading.parser.fault();
    co_return problem(fault.status, fault.code, language);
  }
  if (request.route == nullptr)
    co_return answer_without_route(engine_, request, reading.parser.match());
  const auto* handler = std::get_if<Handler>(&request.route->handler);
  if (handler != nullptr && request.route->run_on == RunOn::io_thread)
    co_return run_handler(engine_, *handler, request);
  // Answers to earlier, pipelined requests needn't wait for this one.
  co_await flush(reading);
  co_return co_await answer_later(request);
}

Task<bool> Connection::send(Reading& reading, const Response& response, bool keep_alive) {
  const HeadContext context{
      .date = engine_.date, .security = engine_.security, .keep_alive = keep_alive};
  write_head(reading.outbox, response, context);
  std::string_view body = response.shared_body ? *response.shared_body : response.body;
  if (reading.request.method == Method::head || response.status == 204 || response.status == 304)
    body = {};
  if (body.size() > kGatherMax) {
    const bool sent = co_await write_all(reading.outbox, body);
    reading.outbox.clear();
    co_return sent;
  }
  reading.outbox += body;
  // Otherwise it leaves before the next read, together with what else was pipelined.
  if (keep_alive && reading.outbox.size() < kGatherMax) co_return true;
  co_return co_await flush(reading);
}

Task<std::shared_ptr<LiveStream>> Connection::serve_requests() {
  Reading reading(engine_);
  Request& request = reading.request;
  for (;;) {
    const Arrival arrival = co_await read_request(reading);
    if (arrival == Arrival::gone) co_return nullptr;
    const auto started = Clock::now();
    request.client = engine_.proxies.client_of(peer_, request.headers.joined("x-forwarded-for"));
    request.trace = trace_of(request.header("traceparent"));
    Response response = co_await answer(reading, arrival);
    if (request.method == Method::head) response.stream.reset();
    log_answer(request, response, started);
    const bool keep_alive = arrival == Arrival::complete && reading.parser.keep_alive() &&
                            !engine_.draining && !response.stream;
    if (!co_await send(reading, response, keep_alive)) co_return nullptr;
    if (!keep_alive) {
      if (arrival != Arrival::complete) co_await drain();
      co_return std::move(response.stream);
    }
    release_upload();
    reading.start_over();
  }
}

/// Closing while the client still sends would make its machine throw our answer away unread, so
/// what still comes is taken and dropped for a while.
Task<void> Connection::drain() {
  boost::system::error_code code;
  socket_.shutdown(Socket::shutdown_send, code);
  set_phase(Phase::writing, std::chrono::seconds(5));
  std::array<char, 4096> dropped;
  while (!code) co_await socket_.async_read_some(asio::buffer(dropped), with_error(code));
}

Task<void> Connection::serve_stream(std::shared_ptr<LiveStream> stream) {
  // The hub may still hold the wake when the connection is gone, hence shared.
  auto signal = std::make_shared<Timer>(socket_.get_executor());
  stream->on_ready([signal, executor = socket_.get_executor()] {
    asio::post(executor, [signal] { signal->cancel(); });
  });
  while (auto text = stream->take()) {
    if (text->empty()) {
      set_phase(Phase::working, Clock::duration::max());
      boost::system::error_code woken;
      signal->expires_after(engine_.options.heartbeat);
      co_await signal->async_wait(with_error(woken));
      if (woken) continue;
      *text = ": still here\n\n";
    }
    if (!co_await write_all(*text, {})) break;
  }
}

Task<void> Connection::serve() {
  if (auto stream = co_await serve_requests()) co_await serve_stream(std::move(stream));
  boost::system::error_code ignored;
  socket_.shutdown(Socket::shutdown_both, ignored);
}

Task<void> serve_connection(Engine& engine, Socket socket) {
  Connection connection(engine, std::move(socket));
  try {
    co_await connection.serve();
  } catch (const std::exception& fault) {
    log_event(LogLevel::error, "connection_fault", fault.what());
  }
}

}  // namespace mashang::http
