// The engine over a real socket: what clients do, on purpose or not, and what they are told.
#include "http/server.h"

#include <atomic>
#include <csignal>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/log.h"

namespace mashang::http {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// A client that says exactly what it is told to say.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    const timeval patience{.tv_sec = 10, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void say(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  /// Reads until what was heard contains `mark`, or the server closes.
  std::string hear(std::string_view mark) {
    while (heard_.find(mark) == std::string::npos && hear_more()) {
    }
    const std::size_t end = std::min(heard_.find(mark), heard_.size() - mark.size()) + mark.size();
    const std::string text = heard_.substr(0, std::min(end, heard_.size()));
    heard_.erase(0, text.size());
    return text;
  }
  std::string hear_all() {
    while (hear_more()) {
    }
    return std::exchange(heard_, {});
  }

 private:
  bool hear_more() {
    char bytes[4096];
    const ssize_t size = ::recv(socket_, bytes, sizeof bytes, 0);
    if (size <= 0) return false;
    heard_.append(bytes, static_cast<std::size_t>(size));
    return true;
  }

  int socket_;
  std::string heard_;
};

Route route(Method method, std::string pattern, Handler handler, RunOn run_on = RunOn::io_thread) {
  return {.method = method,
          .pattern = std::move(pattern),
          .handler = std::move(handler),
          .run_on = run_on};
}

class ServerTest : public testing::Test {
 protected:
  ServerTest() { set_log_level(LogLevel::off); }
  ~ServerTest() override { finish(); }

  RouteTable routes() {
    RouteTable table;
    table.add(route(Method::get, "/fast", [](const Request&) { return json(200, true); }));
    table.add(route(Method::post, "/echo",
                    [](const Request& request) { return bytes("text/plain", request.body); }));
    table.add(route(Method::get, "/who", [](const Request& r) { return json(200, r.client); }));
    table.add(route(Method::get, "/large", [](const Request&) {
      return bytes("text/plain", std::string(3'000'000, 'x'));
    }));
    table.add(route(Method::get, "/boom",
                    [](const Request&) -> Response { throw std::runtime_error("boom"); }));
    table.add(route(
        Method::get, "/slow",
        [this](const Request&) {
          slow_started_ = true;
          std::this_thread::sleep_for(300ms);
          return json(200, std::string("slow"));
        },
        RunOn::worker));
    table.add({.method = Method::get,
               .pattern = "/later",
               .handler = LaterHandler([this](const Request& request, Answer answer) {
                 later_ = std::thread([answer, word = request.query("word").value_or("")] {
                   std::this_thread::sleep_for(20ms);
                   answer(json(200, word));
                 });
               }),
               .run_on = RunOn::worker});
    Route upload = route(Method::post, "/upload", [](const Request& request) {
      return json(200, static_cast<std::int64_t>(request.body.size()));
    });
    upload.body_max = 1 << 20;
    table.add(std::move(upload));
    table.add(route(Method::get, "/live", [this](const Request& request) {
      return hub_.open(request, {"all"}, [](std::int64_t last) {
        return std::vector<LiveEvent>{{.id = last + 1, .data = "{\"missed\":1}"}};
      });
    }));
    return table;
  }

  Client connect() {
    if (!server_) start();
    return Client(server_->port());
  }
  void start() {
    options_.port = 0;
    options_.handle_signals = false;
    options_.sweep = 20ms;
    server_ = std::make_unique<Server>(options_, routes(), hub_);
    thread_ = std::thread([this] { drained_ = server_->run(); });
  }
  void finish() {
    if (!server_) return;
    server_->stop();
    thread_.join();
    if (later_.joinable()) later_.join();
    server_.reset();
  }
  std::string ask(std::string_view text) {
    Client client = connect();
    client.say(text);
    return client.hear_all();
  }

  LiveHub hub_;
  ServerOptions options_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
  std::thread later_;
  std::atomic<bool> slow_started_ = false;
  std::atomic<bool> drained_ = false;
};

constexpr std::string_view kClose = "Host: a\r\nConnection: close\r\n\r\n";

std::string get(std::string_view target) {
  return "GET " + std::string(target) + " HTTP/1.1\r\n" + std::string(kClose);
}

TEST_F(ServerTest, AnswersWithSecurityHeaders) {
  const std::string answer = ask(get("/fast"));
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\nDate: "));
  for (const std::string_view header :
       {"Content-Type: application/json\r\n", "Content-Length: 4\r\n", "Connection: close\r\n",
        "Cache-Control: no-store\r\n", "frame-ancestors 'none'\r\n",
        // Residents record what they have to say, and listen to it before it is sent.
        "media-src 'self' blob:", "microphone=(self)\r\n", "X-Content-Type-Options: nosniff\r\n",
        "Referrer-Policy: same-origin\r\n"})
    EXPECT_THAT(answer, HasSubstr(std::string(header)));
  EXPECT_THAT(answer, testing::EndsWith("\r\n\r\ntrue"));
  EXPECT_THAT(answer, testing::Not(HasSubstr("Strict-Transport-Security")));
}

TEST_F(ServerTest, AsksForHttpsOnlyWhenItIsPublicThere) {
  options_.public_url = "https://mashang.example";
  EXPECT_THAT(ask(get("/fast")), HasSubstr("Strict-Transport-Security: max-age="));
}

TEST_F(ServerTest, KnowsHeadOptionsAndWrongMethods) {
  EXPECT_THAT(ask("HEAD /fast HTTP/1.1\r\n" + std::string(kClose)),
              testing::AllOf(HasSubstr("Content-Length: 4\r\n"), testing::EndsWith("\r\n\r\n")));
  const std::string options = ask("OPTIONS /fast HTTP/1.1\r\n" + std::string(kClose));
  EXPECT_THAT(options, StartsWith("HTTP/1.1 204 "));
  EXPECT_THAT(options, HasSubstr("Allow: GET, HEAD, OPTIONS\r\n"));
  const std::string wrong = ask("DELETE /fast HTTP/1.1\r\n" + std::string(kClose));
  EXPECT_THAT(wrong, StartsWith("HTTP/1.1 405 "));
  EXPECT_THAT(wrong, HasSubstr("Allow: GET, HEAD, OPTIONS\r\n"));
  EXPECT_THAT(wrong, HasSubstr("application/problem+json"));
  EXPECT_THAT(ask(get("/nowhere")), HasSubstr("\"code\":\"not_found\""));
}

TEST_F(ServerTest, RefusesWhatIsMalformed) {
  for (const std::string& text : {
           std::string("NONSENSE\r\n\r\n"),
           std::string("GET /fast HTTP/1.1\r\n\r\n"),
           std::string("GET /fast HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
           std::string("GET /fast HTTP/1.1\nHost: a\n\n"),
           std::string("GET /fast HTTP/9.9\r\nHost: a\r\n\r\n"),
           std::string("GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
           std::string("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"),
           std::string("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
                       "Content-Length: 2\r\n\r\nab"),
           std::string("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n"
                       "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
           std::string(
               "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
       }) {
    const std::string answer = ask(text);
    // An address that can't be decoded may simply be unknown; all else is a bad request.
    EXPECT_THAT(answer, testing::AnyOf(StartsWith("HTTP/1.1 400 "), StartsWith("HTTP/1.1 404 ")))
        << text;
  }
}

TEST_F(ServerTest, RefusesTheOversized) {
  EXPECT_THAT(ask("GET /fast HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n"),
              StartsWith("HTTP/1.1 431 "));
  EXPECT_THAT(ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nabc"),
              StartsWith("HTTP/1.1 413 "));
  const std::string chunk = "4000\r\n" + std::string(0x4000, 'x') + "\r\n";
  EXPECT_THAT(ask("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk +
                  chunk + chunk + chunk + chunk + "0\r\n\r\n"),
              StartsWith("HTTP/1.1 413 "));
}

TEST_F(ServerTest, TakesLargeBodiesWhereTheyAreAllowed) {
  EXPECT_THAT(ask("POST /upload HTTP/1.1\r\nContent-Length: 900000\r\n" + std::string(kClose) +
                  std::string(900'000, 'x')),
              testing::EndsWith("\r\n\r\n900000"));
  options_.uploads_max = 0;
  finish();
  start();
  EXPECT_THAT(ask("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n"),
              StartsWith("HTTP/1.1 503 "));
}

TEST_F(ServerTest, SaysContinueToThoseWhoWait) {
  Client client = connect();
  client.say("POST /echo HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n" +
             std::string(kClose));
  EXPECT_EQ(client.hear("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.say("abc");
  EXPECT_THAT(client.hear_all(), testing::EndsWith("\r\n\r\nabc"));
}

TEST_F(ServerTest, ReadsAByteAtATime) {
  Client client = connect();
  const std::string text = "POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" +
                           std::string(kClose) + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
  for (const char c : text) client.say({&c, 1});
  EXPECT_THAT(client.hear_all(), testing::EndsWith("\r\n\r\nabcde"));
}

TEST_F(ServerTest, TakesAnEmptyChunkedBodyInPieces) {
  Client client = connect();
  client.say("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + std::string(kClose) +
             "0\r\n");
  std::this_thread::sleep_for(20ms);
  client.say("\r");
  std::this_thread::sleep_for(20ms);
  client.say("\n");
  EXPECT_THAT(client.hear_all(), StartsWith("HTTP/1.1 200 "));
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
  Client client = connect();
  client.say(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\none"
      "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"
      "GET /later?word=three HTTP/1.1\r\nHost: a\r\n\r\n" +
      get("/fast"));
  EXPECT_THAT(client.hear("one"), HasSubstr("200 OK"));
  EXPECT_THAT(client.hear("\"slow\""), HasSubstr("200 OK"));
  EXPECT_THAT(client.hear("\"three\""), HasSubstr("200 OK"));
  EXPECT_THAT(client.hear_all(), testing::EndsWith("true"));
}

TEST_F(ServerTest, SendsLargeAnswersWhole) {
  const std::string answer = ask(get("/large"));
  EXPECT_EQ(answer.size() - answer.find("\r\n\r\n") - 4, 3'000'000u);
}

TEST_F(ServerTest, TurnsAFaultIntoAProblem) {
  const std::string answer = ask(get("/boom"));
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 500 "));
  EXPECT_THAT(answer, testing::Not(HasSubstr("boom")));
}

TEST_F(ServerTest, BelievesAProxyOnlyWhenToldTo) {
  const std::string text =
      "GET /who HTTP/1.1\r\nX-Forwarded-For: 7.7.7.7\r\n" + std::string(kClose);
  EXPECT_THAT(ask(text), testing::EndsWith("\"127.0.0.1\""));
  options_.trusted_proxies = {"127.0.0.1"};
  finish();
  start();
  EXPECT_THAT(ask(text), testing::EndsWith("\"7.7.7.7\""));
}

TEST_F(ServerTest, DoesNotWaitForTheSlowForEver) {
  options_.head_time_max = 100ms;
  options_.idle_max = 100ms;
  EXPECT_THAT(ask("GET /fast HT"), StartsWith("HTTP/1.1 408 "));
  EXPECT_THAT(ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"),
              StartsWith("HTTP/1.1 408 "));
  EXPECT_EQ(ask(""), "");
}

TEST_F(ServerTest, DropsAClientThatTakesNothing) {
  options_.write_time_max = 100ms;
  Client client = connect();
  for (int i = 0; i < 20; ++i) client.say("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(500ms);
  finish();
  EXPECT_TRUE(drained_);
}

TEST_F(ServerTest, TakesNoMoreConnectionsThanAllowed) {
  options_.connections_max = 1;
  Client first = connect();
  first.say("GET /fast HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(first.hear("true"), HasSubstr("200 OK"));
  EXPECT_EQ(ask(get("/fast")), "");
}

TEST_F(ServerTest, StreamsWhatIsPublished) {
  Client client = connect();
  client.say("GET /live HTTP/1.1\r\nHost: a\r\nLast-Event-ID: 41\r\n\r\n");
  EXPECT_THAT(client.hear("\r\n\r\n"), HasSubstr("text/event-stream"));
  EXPECT_THAT(client.hear("{\"missed\":1}\n\n"), HasSubstr("id: 42\n"));
  hub_.publish({.id = 43, .data = "{\"new\":1}", .audience = {"all"}});
  EXPECT_EQ(client.hear("\n\n"), "event: case\nid: 43\ndata: {\"new\":1}\n\n");
  finish();
  EXPECT_EQ(client.hear_all(), "");
  EXPECT_TRUE(drained_);
}

TEST_F(ServerTest, SendsHeartbeats) {
  options_.heartbeat = 30ms;
  Client client = connect();
  client.say("GET /live HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(client.hear(": still here\n\n"), HasSubstr(": ready"));
  EXPECT_THAT(client.hear(": still here\n\n"), HasSubstr(": still here"));
}

TEST_F(ServerTest, FinishesWhatRunsBeforeItStops) {
  Client busy = connect();
  Client idle = connect();
  busy.say("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
  while (!slow_started_) std::this_thread::sleep_for(1ms);
  finish();
  EXPECT_TRUE(drained_);
  const std::string answer = busy.hear_all();
  EXPECT_THAT(answer, testing::EndsWith("\"slow\""));
  EXPECT_THAT(answer, HasSubstr("Connection: close\r\n"));
  EXPECT_EQ(idle.hear_all(), "");
}

TEST_F(ServerTest, SaysWhenTheGraceWasTooShort) {
  options_.grace = 30ms;
  Client busy = connect();
  busy.say("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
  while (!slow_started_) std::this_thread::sleep_for(1ms);
  finish();
  EXPECT_FALSE(drained_);
}

TEST_F(ServerTest, EndsOnSigterm) {
  Server server({.port = 0, .sweep = 20ms}, routes(), hub_);
  std::thread killer([] {
    std::this_thread::sleep_for(100ms);
    ::kill(::getpid(), SIGTERM);
  });
  EXPECT_TRUE(server.run());
  killer.join();
}

}  // namespace
}  // namespace mashang::http
