// What the connections of a server share. Everything here belongs to the I/O thread; other threads
// come in by asio::post only. Private to server.cpp and connection.cpp.
#pragma once

#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "http/client_address.h"
#include "http/server.h"
#include "http/worker_pool.h"

namespace mashang::http {

namespace asio = boost::asio;

// The concrete executor instead of any_io_executor spares a virtual call and an allocation per
// step.
using Executor = asio::io_context::executor_type;
template <typename T>
using Task = asio::awaitable<T, Executor>;
using Awaiting = asio::use_awaitable_t<Executor>;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

class Connection;

struct Engine {
  ServerOptions options;
  RouteTable routes;
  LiveHub& hub;
  TrustedProxies proxies;
  std::string security;   // the fixed headers
  std::string date;       // renewed by the sweep
  Clock::time_point now;  // as of the last sweep: good enough for deadlines
  bool draining = false;
  std::size_t uploads = 0;
  std::list<Connection*> connections;
  /// Called when the last connection is gone, so that a drained server ends at once.
  std::function<void()> on_empty;
  std::unique_ptr<WorkerPool> workers;
  // Last, so that it dies first: coroutines that never ended look at all of the above.
  std::unique_ptr<asio::io_context> io;
};

/// Serves a connection until it ends, one way or another.
Task<void> serve_connection(Engine& engine, Socket socket);

}  // namespace mashang::http
