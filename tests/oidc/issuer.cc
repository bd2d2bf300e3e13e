#include "tests/oidc/issuer.h"

#include <boost/asio/post.hpp>
#include <chrono>
#include <utility>

namespace luuvet::test {
namespace {

boost::asio::awaitable<api::Reply> answered(Issuer* issuer, api::Request request) {
  co_return issuer->reply_to(request);
}

}  // namespace

api::Reply json_answer(int status, std::string json) {
  api::Reply reply;
  reply.status = status;
  reply.headers = {{"Content-Type", "application/json"}};
  reply.body = std::move(json);
  return reply;
}

Issuer::Issuer() {
  server::HttpConfig config;
  config.handler = [this](api::Request request) { return answered(this, std::move(request)); };
  http_ = std::make_unique<server::HttpServer>(io_, std::move(config));
  port_ = http_->port();
  discovery_says("");
  publishes(key_set_of({key_.public_json()}));
  http_->start();
  thread_ = std::thread([this] { io_.run(); });
}

Issuer::~Issuer() {
  io_.stop();
  thread_.join();
}

std::string Issuer::address() const {
  return "http://127.0.0.1:" + std::to_string(port_);
}

void Issuer::answers(const std::string& path, Answer answer) {
  const std::lock_guard lock(mutex_);
  answers_[path] = std::move(answer);
}

void Issuer::answers(const std::string& path, int status, const std::string& json) {
  answers(path, [status, json](const api::Request&) { return json_answer(status, json); });
}

void Issuer::discovery_says(const std::string& more) {
  const std::string at = address();
  answers(kDiscovery, 200,
          R"({"issuer":")" + at + R"(","authorization_endpoint":")" + at + R"(/auth","token_endpoint":")" + at +
              R"(/token","jwks_uri":")" + at + R"(/keys","userinfo_endpoint":")" + at + R"(/userinfo")" + more + "}");
}

std::string Issuer::token_for(const std::string& subject, const std::string& nonce, const std::string& more,
                              const SigningKey* key) const {
  const auto now =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch());
  const std::string payload = R"({"iss":")" + address() + R"(","aud":"luuvet","sub":")" + subject + R"(","nonce":")" +
                              nonce + R"(","iat":)" + std::to_string(now.count()) + R"(,"exp":)" +
                              std::to_string(now.count() + 300) + more + "}";
  return (key ? *key : key_).sign("RS256", payload);
}

std::size_t Issuer::asked(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const auto found = requests_.find(path);
  return found == requests_.end() ? 0 : found->second.size();
}

std::optional<api::Request> Issuer::last(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const auto found = requests_.find(path);
  return found == requests_.end() ? std::nullopt : std::optional(found->second.back());
}

api::Reply Issuer::reply_to(const api::Request& request) {
  const std::string path = request.target.substr(0, request.target.find('?'));
  Answer answer;
  {
    const std::lock_guard lock(mutex_);
    requests_[path].push_back(request);
    const auto found = answers_.find(path);
    if (found != answers_.end()) answer = found->second;
  }
  return answer ? answer(request) : json_answer(404, "{}");
}

}  // namespace luuvet::test
