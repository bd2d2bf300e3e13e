#include "server/log/sealed.h"

#include "api/record_bytes.h"
#include "server/log/hash.h"

namespace luuvet::server {
namespace {

constexpr std::string_view kSealedBegins = R"("sealed":")";
constexpr std::string_view kOpenName = R"(,"open":)";
constexpr std::string_view kClosing = "}}";  // of data and of the record
constexpr std::size_t kSealedLength = 43;    // base64url of 32 bytes

// Where the member `sealed` ends, if there is one.
std::size_t end_of_sealed(std::string_view record) {
  if (const auto open = api::open_of(record))
    return static_cast<std::size_t>(open->data() - record.data()) - kOpenName.size();
  return record.size() - kClosing.size();
}

}  // namespace

std::optional<std::string_view> sealed_of(std::string_view record) {
  constexpr std::size_t kMember = kSealedBegins.size() + kSealedLength + 1;
  if (record.size() < kMember + kClosing.size()) return std::nullopt;
  const std::size_t end = end_of_sealed(record);
  if (end < kMember) return std::nullopt;
  const std::string_view member = record.substr(end - kMember, kMember);
  if (!member.starts_with(kSealedBegins) || !member.ends_with('"')) return std::nullopt;
  return member.substr(kSealedBegins.size(), kSealedLength);
}

bool is_sealed_by(std::string_view open, std::string_view sealed) {
  return base64_url(bytes_of(sha256({open}))) == sealed;
}

}  // namespace luuvet::server
