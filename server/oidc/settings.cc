#include "server/oidc/settings.h"

#include <sys/stat.h>

#include <boost/describe.hpp>
#include <optional>
#include <utility>

#include "api/json/json_read.h"
#include "server/log/files.h"

namespace luuvet::server {
namespace {

struct OidcFile {
  std::string issuer;
  std::string client_id;
  std::optional<std::string> client_secret_file;
  std::string name;
  std::string address;
  std::optional<OutsideMatch> match;
  std::optional<std::string> claim;
  std::optional<std::string> ca_file;
};
BOOST_DESCRIBE_STRUCT(OidcFile, (), (issuer, client_id, client_secret_file, name, address, match, claim, ca_file))

constexpr std::size_t kFileBytesMax = 16 * 1024;
constexpr std::size_t kNameBytesMax = 200;
constexpr std::size_t kPlainBytesMax = 500;

[[noreturn]] void fault(const std::filesystem::path& file, const std::string& what) {
  throw OidcSettingsFault(file.string() + ": " + what);
}

std::string contents(const std::filesystem::path& file) {
  std::optional<std::string> bytes;
  try {
    bytes = read_file(file);
  } catch (const std::exception&) {
    fault(file, "cannot be read");
  }
  if (!bytes) fault(file, "there is no such file");
  if (bytes->size() > kFileBytesMax) fault(file, "is longer than 16 KiB");
  return std::move(*bytes);
}

OidcFile parsed(const std::filesystem::path& file) {
  const std::string bytes = contents(file);
  api::ondemand::parser parser;
  const simdjson::padded_string padded(bytes);
  auto read = api::read_json<api::Missing::kRefused, OidcFile>(parser, padded);
  if (read) return std::move(read).value();
  const Rejection& rejection = read.error();
  if (rejection.errors.empty()) fault(file, rejection.detail.en);
  fault(file, rejection.errors.front().pointer + ": " + rejection.errors.front().detail.en);
}

bool is_plain(const std::string& text, std::size_t most) {
  if (text.empty() || text.size() > most) return false;
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  return true;
}

// One line; others of this machine must not be able to read it.
std::string secret_in(const std::filesystem::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) == 0 && (status.st_mode & 007) != 0)
    fault(file, "others may read the client's secret: its mode must be 0600 or 0640");
  std::string secret = contents(file);
  while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r')) secret.pop_back();
  if (!is_plain(secret, kPlainBytesMax)) fault(file, "holds no secret of one line");
  return secret;
}

WebAddress own_address(const std::filesystem::path& file, const std::string& text) {
  auto address = trusted_address(text);
  if (!address || address->has_query || address->path != "/")
    fault(file, "/address: must be https://<our name>, with no path; http for this machine alone");
  return std::move(*address);
}

std::filesystem::path beside(const std::filesystem::path& file, const std::string& name) {
  return file.parent_path() / name;  // an absolute name stands for itself
}

void require_sound(const std::filesystem::path& file, const OidcFile& read) {
  const auto issuer = trusted_address(read.issuer);
  if (!issuer || issuer->has_query) fault(file, "/issuer: must be https without query; http for this machine alone");
  if (!is_plain(read.client_id, kPlainBytesMax)) fault(file, "/client_id: must not be empty");
  if (!is_plain(read.name, kNameBytesMax)) fault(file, "/name: the text of the button, at most 200 bytes");
  if (read.claim && !is_plain(*read.claim, kPlainBytesMax)) fault(file, "/claim: must not be empty");
  if (read.match == OutsideMatch::kEmail && read.claim && *read.claim != "email")
    fault(file, "/claim: with match \"email\" it is \"email\", which the provider must have verified");
}

}  // namespace

std::string OidcSettings::redirect_uri() const {
  return address.origin() + "/api/v1/oidc/callback";
}

OidcSettings read_oidc_settings(const std::filesystem::path& file) {
  OidcFile read = parsed(file);
  require_sound(file, read);
  OidcSettings settings;
  settings.address = own_address(file, read.address);
  settings.match = read.match.value_or(OutsideMatch::kLinked);
  settings.claim = settings.match == OutsideMatch::kEmail ? "email" : read.claim.value_or("sub");
  settings.issuer = std::move(read.issuer);
  settings.client_id = std::move(read.client_id);
  settings.name = std::move(read.name);
  if (read.client_secret_file) settings.client_secret = secret_in(beside(file, *read.client_secret_file));
  if (read.ca_file) settings.ca_file = beside(file, *read.ca_file);
  if (read.ca_file && !std::filesystem::exists(settings.ca_file)) fault(settings.ca_file, "there is no such file");
  return settings;
}

}  // namespace luuvet::server
