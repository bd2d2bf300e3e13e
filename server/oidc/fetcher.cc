#include "server/oidc/fetcher.h"

#include <curl/curl.h>

#include <new>
#include <utility>

#include "server/oidc/web_address.h"

namespace luuvet::server {
namespace {

struct Received {
  std::string body;
  std::size_t most = 0;
};

std::size_t receive(char* bytes, std::size_t, std::size_t size, void* into) {
  Received& received = *static_cast<Received*>(into);
  if (received.body.size() + size > received.most) return 0;  // ends the transfer
  received.body.append(bytes, size);
  return size;
}

int look_whether_to_stop(void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::atomic<bool>*>(stopping)->load() ? 1 : 0;
}

void start_libcurl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::bad_alloc();
}

struct Headers {
  curl_slist* list = nullptr;
  ~Headers() { curl_slist_free_all(list); }
  void add(const std::string& line) { list = curl_slist_append(list, line.c_str()); }
};

void set_limits(CURL* curl, const FetchLimits& limits) {
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total.count()));
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "LuuVet");
}

}  // namespace

struct Fetcher::Handle {
  CURL* const curl = curl_easy_init();
  ~Handle() { curl_easy_cleanup(curl); }
};

Fetcher::Fetcher(std::filesystem::path ca_file, const std::atomic<bool>& stopping, FetchLimits limits)
    : ca_file_(std::move(ca_file)),
      stopping_(stopping),
      limits_(limits),
      handle_((start_libcurl(), std::make_unique<Handle>())) {
  if (!handle_->curl) throw std::bad_alloc();
}

Fetcher::~Fetcher() = default;

std::variant<Fetched, FetchFailure> Fetcher::fetch(const FetchRequest& request) {
  const auto address = trusted_address(request.url);
  if (!address) return FetchFailure{"the address is neither https nor of this machine"};
  CURL* const curl = handle_->curl;
  curl_easy_reset(curl);  // connections stay
  set_limits(curl, limits_);
  Received received{{}, limits_.body_bytes};
  Headers headers;
  headers.add("Accept: application/json");
  if (!request.authorization.empty()) headers.add("Authorization: " + request.authorization);
  curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.list);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &received);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look_whether_to_stop);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &stopping_);
  if (address->loopback) curl_easy_setopt(curl, CURLOPT_PROXY, "");  // whatever the environment says
  if (!ca_file_.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, ca_file_.c_str());
  if (request.form) curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, request.form->c_str());
  const CURLcode code = curl_easy_perform(curl);
  if (code == CURLE_WRITE_ERROR) return FetchFailure{"the answer is too large"};
  if (code != CURLE_OK) return FetchFailure{curl_easy_strerror(code)};
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  return Fetched{static_cast<int>(status), std::move(received.body)};
}

}  // namespace luuvet::server
