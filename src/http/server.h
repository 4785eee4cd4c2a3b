// The server: accepts connections, reads requests, asks the routes, writes the answers. One I/O
// thread, some workers. Invariant: everything taken in is bounded (connections, head, body, time).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/live_hub.h"
#include "http/route.h"

namespace mashang::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  // 0 takes any free one
  std::string public_url = "http://localhost:8080";
  std::vector<std::string> trusted_proxies = {};
  std::size_t workers = 4;
  std::size_t jobs_max = 1024;  // requests that wait for a worker
  std::size_t connections_max = 10'000;
  std::size_t head_max = 16 * 1024;
  std::size_t uploads_max = 16;  // bodies above the usual size, at the same time
  std::chrono::milliseconds idle_max{75'000};
  std::chrono::milliseconds head_time_max{15'000};
  std::chrono::milliseconds write_time_max{30'000};
  std::chrono::milliseconds heartbeat{15'000};
  std::chrono::milliseconds grace{10'000};
  /// How often deadlines are looked at, so how late one may be noticed.
  std::chrono::milliseconds sweep{1'000};
  /// SIGTERM and SIGINT end the run.
  bool handle_signals = true;
  /// What to answer when a handler throws; a 500 where it has nothing to say.
  std::function<std::optional<Response>(const std::exception&, Language)> answer_to_fault = {};
};

class Server {
 public:
  /// Listens at once; throws boost::system::system_error when it can't.
  Server(ServerOptions options, RouteTable routes, LiveHub& hub);
  /// Waits for the workers. Nobody may still be answering after that: stop the store first.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  /// Serves on the calling thread until told to stop. True when every request that was running got
  /// its answer; false when the grace was over before.
  bool run();
  /// From any thread: no new connections, what runs is finished, streams are closed.
  void stop();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mashang::http
