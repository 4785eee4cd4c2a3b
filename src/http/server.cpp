// Accepting, the sweep, and the end. Connections live in connection.cpp.
#include "http/server.h"

#include <csignal>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>

#include "http/connection.h"
#include "http/engine.h"
#include "http/log.h"
#include "http/response_writer.h"

namespace mashang::http {
namespace {

using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;

std::int64_t unix_seconds() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())
      .time_since_epoch()
      .count();
}

Acceptor listen_on(asio::io_context& io, const ServerOptions& options) {
  const asio::ip::tcp::endpoint endpoint(asio::ip::make_address(options.address), options.port);
  Acceptor acceptor(io.get_executor(), endpoint.protocol());
  acceptor.set_option(asio::socket_base::reuse_address(true));
  acceptor.bind(endpoint);
  acceptor.listen();
  return acceptor;
}

}  // namespace

struct Server::Parts {
  Engine engine;
  Acceptor acceptor;
  Timer sweep_timer;
  asio::signal_set signals;
  Clock::time_point grace_end = Clock::time_point::max();
  std::uint16_t port;

  Parts(ServerOptions options, RouteTable routes, LiveHub& hub)
      : engine{.options = std::move(options),
               .routes = std::move(routes),
               .hub = hub,
               .proxies = {},
               .security = {},
               .date = {},
               .now = Clock::now(),
               .connections = {},
               .on_empty = {},
               .workers = {},
               .io = std::make_unique<asio::io_context>(1)},
        acceptor(listen_on(*engine.io, engine.options)),
        sweep_timer(engine.io->get_executor()),
        signals(*engine.io),
        port(acceptor.local_endpoint().port()) {
    const ServerOptions& set = engine.options;
    engine.proxies = TrustedProxies(set.trusted_proxies);
    engine.security = security_headers(set.public_url.starts_with("https://"));
    engine.date = date_header(unix_seconds());
    engine.workers = std::make_unique<WorkerPool>(set.workers, set.jobs_max);
    // From now on a signal waits for run(): whoever hears that we listen may stop us at once.
    if (!set.handle_signals) return;
    signals.add(SIGTERM);
    signals.add(SIGINT);
  }

  Task<void> accept_all();
  Task<void> sweep();
  void stop();
  bool drained() const { return engine.draining && engine.connections.empty(); }
  void end_if_drained();
};

Task<void> Server::Parts::accept_all() {
  while (acceptor.is_open()) {
    boost::system::error_code code;
    Socket socket = co_await acceptor.async_accept(asio::redirect_error(Awaiting{}, code));
    if (!acceptor.is_open()) co_return;
    if (code) {
      // Mostly no file descriptor left; trying on without a pause would only burn the processor.
      log_event(LogLevel::error, "accept_failed", code.message());
      Timer pause(engine.io->get_executor(), std::chrono::milliseconds(50));
      co_await pause.async_wait(Awaiting{});
      continue;
    }
    // Closed by its destructor: at this point an answer would cost what we are short of.
    if (engine.connections.size() >= engine.options.connections_max) continue;
    asio::co_spawn(engine.io->get_executor(), serve_connection(engine, std::move(socket)),
                   asio::detached);
  }
}

Task<void> Server::Parts::sweep() {
  for (;;) {
    boost::system::error_code ended;
    sweep_timer.expires_after(engine.options.sweep);
    co_await sweep_timer.async_wait(asio::redirect_error(Awaiting{}, ended));
    // The cancel that should end the wait comes to nothing when the time was just up.
    if (ended || drained()) co_return;
    engine.now = Clock::now();
    engine.date = date_header(unix_seconds());
    for (Connection* connection : engine.connections) connection->expire_if_due(engine.now);
    if (engine.now >= grace_end) engine.io->stop();
  }
}

void Server::Parts::stop() {
  if (std::exchange(engine.draining, true)) return;
  log_event(LogLevel::info, "stopping");
  grace_end = Clock::now() + engine.options.grace;
  boost::system::error_code ignored;
  acceptor.close(ignored);
  signals.clear(ignored);  // a second one ends us the hard way
  signals.cancel(ignored);
  engine.hub.close();
  engine.on_empty = [this] { end_if_drained(); };
  for (Connection* connection : engine.connections) connection->close_if_idle();
  end_if_drained();
}

/// With the sweep gone too nothing is left to do, and the run ends by itself.
void Server::Parts::end_if_drained() {
  if (drained()) sweep_timer.cancel();
}

Server::Server(ServerOptions options, RouteTable routes, LiveHub& hub)
    : parts_(std::make_unique<Parts>(std::move(options), std::move(routes), hub)) {}

Server::~Server() {
  // Workers first: what they still finish is posted to an I/O context that must be there.
  parts_->engine.workers.reset();
  parts_->engine.on_empty = nullptr;
}

std::uint16_t Server::port() const { return parts_->port; }

bool Server::run() {
  Parts& parts = *parts_;
  parts.signals.async_wait([&parts](boost::system::error_code code, int) {
    if (!code) parts.stop();
  });
  const Executor executor = parts.engine.io->get_executor();
  asio::co_spawn(executor, parts.accept_all(), asio::detached);
  asio::co_spawn(executor, parts.sweep(), asio::detached);
  log_event(LogLevel::info, "listening",
            parts.engine.options.address + ":" + std::to_string(parts.port));
  parts.engine.io->run();
  const bool drained = parts.engine.connections.empty();
  log_event(drained ? LogLevel::info : LogLevel::warn, "stopped");
  return drained;
}

void Server::stop() {
  asio::post(parts_->engine.io->get_executor(), [parts = parts_.get()] { parts->stop(); });
}

}  // namespace mashang::http
