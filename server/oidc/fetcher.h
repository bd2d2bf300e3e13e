// HTTP to the provider, by libcurl: no redirects, nothing but https (http to this machine), limits of time and size.
// One thread.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace luuvet::server {

struct FetchRequest {
  std::string url;
  std::optional<std::string> form;  // POSTed; else it is a GET
  std::string authorization;        // the header's value; empty: none
};

struct Fetched {
  int status = 0;
  std::string body;
};

struct FetchFailure {
  std::string reason;  // libcurl's words; no address, no content
};

struct FetchLimits {
  std::chrono::milliseconds connect{3'000};
  std::chrono::milliseconds total{8'000};
  std::size_t body_bytes = 256 * 1024;
};

class Fetcher {
 public:
  // `ca_file`: see OidcSettings. When `stopping` turns true, what is under way fails soon; it must outlive the fetcher.
  Fetcher(std::filesystem::path ca_file, const std::atomic<bool>& stopping, FetchLimits limits = {});
  ~Fetcher();

  // Whatever the status is; a failure where no whole answer came.
  std::variant<Fetched, FetchFailure> fetch(const FetchRequest& request);

 private:
  struct Handle;

  const std::filesystem::path ca_file_;
  const std::atomic<bool>& stopping_;
  const FetchLimits limits_;
  const std::unique_ptr<Handle> handle_;  // keeps connections
};

}  // namespace luuvet::server
