// One connection, from the first byte to the last. Private to connection.cpp and server.cpp.
#pragma once

#include <string>

#include "http/engine.h"
#include "http/log.h"
#include "http/request_parser.h"

namespace mashang::http {

/// What the connection waits for, which decides what it means when time is up.
enum class Phase { idle, reading, working, writing };

/// How the wait for a request ended.
enum class Arrival { complete, refused, too_many_uploads, timed_out, gone };

class Connection {
 public:
  Connection(Engine& engine, Socket socket);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Task<void> serve();
  void expire_if_due(Clock::time_point now);
  void close_if_idle();

 private:
  struct Reading;  // parser, request and buffers: let go before a stream begins to wait

  Task<std::shared_ptr<LiveStream>> serve_requests();
  Task<Arrival> read_request(Reading& reading);
  Task<Response> answer(Reading& reading, Arrival arrival);
  Task<Response> answer_later(const Request& request);
  Task<bool> send(Reading& reading, const Response& response, bool keep_alive);
  Task<bool> flush(Reading& reading);
  Task<bool> write_all(std::string_view first, std::string_view second);
  Task<void> serve_stream(std::shared_ptr<LiveStream> stream);
  Task<void> drain();
  void wait_for_bytes(Reading& reading);
  void set_phase(Phase phase, Clock::duration time);
  bool admit_upload(const Request& request);
  void release_upload();

  Engine& engine_;
  Socket socket_;
  std::string peer_;
  Phase phase_ = Phase::idle;
  Clock::time_point deadline_;
  bool timed_out_ = false;
  bool holds_upload_ = false;
  std::list<Connection*>::iterator place_;
};

}  // namespace mashang::http
