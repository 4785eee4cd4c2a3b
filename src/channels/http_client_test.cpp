// The client against a server that does what it likes: where it may not go, how long it waits, how
// much it takes.
#include "channels/http_client.h"

#include <thread>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mashang::channels {
namespace {

using namespace std::chrono_literals;

/// Takes one connection, reads what comes first, answers and closes; with no answer it holds on
/// until it goes away.
class OneAnswer {
 public:
  explicit OneAnswer(std::string answer) : listening_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{.sin_family = AF_INET};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listening_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listening_, 1), 0);
    EXPECT_EQ(::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this, answer = std::move(answer)] { serve(answer); });
  }
  ~OneAnswer() {
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
    if (talking_ >= 0) ::close(talking_);
  }

  std::string host() const { return "127.0.0.1:" + std::to_string(port_); }
  std::string url() const { return "http://" + host() + "/x"; }
  const std::string& heard() const { return heard_; }

 private:
  void serve(const std::string& answer) {
    talking_ = ::accept(listening_, nullptr, nullptr);
    if (talking_ < 0) return;
    char bytes[4096];
    const ssize_t size = ::recv(talking_, bytes, sizeof bytes, 0);
    if (size > 0) heard_.assign(bytes, std::size_t(size));
    if (answer.empty()) return;
    ::send(talking_, answer.data(), answer.size(), MSG_NOSIGNAL);
    ::shutdown(talking_, SHUT_WR);
  }

  int listening_;
  int talking_ = -1;
  std::uint16_t port_ = 0;
  std::string heard_;
  std::thread thread_;
};

HttpClient client_for(const OneAnswer& server) {
  return HttpClient({.allowed_hosts = {server.host()}, .answer_most = 2s});
}

TEST(HttpClient, BringsStatusBodyAndWhenToComeBack) {
  OneAnswer server("HTTP/1.1 429 Slow\r\nretry-after: 30\r\nContent-Length: 2\r\n\r\nok");
  const HttpAnswer answer =
      client_for(server)({.url = server.url(), .headers = {{"TTL", "60"}}, .body = "text"});
  EXPECT_EQ(answer.trouble, HttpTrouble::none);
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.body, "ok");
  EXPECT_EQ(answer.retry_after, 30s);
  EXPECT_TRUE(server.heard().starts_with("POST /x HTTP/1.1\r\n")) << server.heard();
  EXPECT_NE(server.heard().find("TTL: 60\r\n"), std::string::npos);
}

TEST(HttpClient, FollowsNothing) {
  OneAnswer server(
      "HTTP/1.1 302 Go\r\nLocation: https://push.example/\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(client_for(server)({.url = server.url()}).status, 302);
}

TEST(HttpClient, TakesNoMoreThanItsLimit) {
  OneAnswer server("HTTP/1.1 201 Made\r\nContent-Length: 100000\r\n\r\n" +
                   std::string(100'000, 'x'));
  const HttpAnswer answer = client_for(server)({.url = server.url()});
  EXPECT_EQ(answer.status, 201);
  EXPECT_LE(answer.body.size(), 64U * 1024);
}

TEST(HttpClient, SilenceAfterTheRequestLeavesItOpenWhetherItArrived) {
  OneAnswer server("");
  const HttpClient client({.allowed_hosts = {server.host()}, .answer_most = 100ms});
  EXPECT_EQ(client({.url = server.url()}).trouble, HttpTrouble::no_answer);
}

TEST(HttpClient, WhereNobodyListensNothingWasSent) {
  std::string url;
  std::string host;
  {
    const OneAnswer gone("");
    url = gone.url();
    host = gone.host();
  }
  const HttpClient client({.allowed_hosts = {host}});
  EXPECT_EQ(client({.url = url}).trouble, HttpTrouble::unreachable);
}

TEST(HttpClient, GoesNowhereInsideAndNotByPlainHttp) {
  const OneAnswer server("HTTP/1.1 200 Fine\r\nContent-Length: 0\r\n\r\n");
  const HttpClient client({});
  for (const std::string& url :
       {server.url(), "https://" + server.host() + "/", std::string("https://localhost/"),
        std::string("https://[::1]/"), std::string("https://2130706433/"),
        std::string("https://169.254.169.254/"), std::string("file:///etc/passwd"),
        std::string("nonsense")})
    EXPECT_EQ(client({.url = url}).trouble, HttpTrouble::refused) << url;
  EXPECT_EQ(server.heard(), "");
}

}  // namespace
}  // namespace mashang::channels
