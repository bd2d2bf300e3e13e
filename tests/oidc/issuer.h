// An issuer over real HTTP on this machine, whose answers a test can bend: what no certified provider would do.
#pragma once

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "server/net/http_server.h"
#include "tests/oidc/signing.h"

namespace luuvet::test {

class Issuer {
 public:
  using Answer = std::function<api::Reply(const api::Request&)>;

  static constexpr const char* kDiscovery = "/.well-known/openid-configuration";

  // Publishes itself, one RSA key, and issues nothing yet.
  Issuer();
  ~Issuer();

  std::string address() const;  // its name: "http://127.0.0.1:1234"
  const SigningKey& key() const { return key_; }

  // From any thread.
  void answers(const std::string& path, Answer answer);
  void answers(const std::string& path, int status, const std::string& json);
  void discovery_says(const std::string& more);  // ",\"member\":..."
  void publishes(const std::string& key_set) { answers("/keys", 200, key_set); }
  void issues(const std::string& id_token) {
    answers("/token", 200, R"({"token_type":"Bearer","access_token":"access-1","id_token":")" + id_token + "\"}");
  }
  // A good token of now, signed with `key_` unless another is given. `more`: further claims.
  std::string token_for(const std::string& subject, const std::string& nonce, const std::string& more = "",
                        const SigningKey* key = nullptr) const;
  std::size_t asked(const std::string& path) const;
  std::optional<api::Request> last(const std::string& path) const;

  api::Reply reply_to(const api::Request& request);  // on its thread

 private:
  SigningKey key_ = SigningKey::rsa("key-1");
  mutable std::mutex mutex_;
  std::map<std::string, Answer> answers_;
  std::map<std::string, std::vector<api::Request>> requests_;
  boost::asio::io_context io_{1};
  std::unique_ptr<server::HttpServer> http_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

api::Reply json_answer(int status, std::string json);

}  // namespace luuvet::test
