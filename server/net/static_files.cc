#include "server/net/static_files.h"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "server/net/target.h"

namespace luuvet::server {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIndex = "/index.html";

// What the client's pages may load and where they may connect: this server only. What is made while they run (styles
// of the component library) needs the nonce of the page.
std::string content_security_policy(std::string_view nonce) {
  const std::string with_nonce = "'self' 'nonce-" + std::string(nonce) + "'; ";
  return "default-src 'none'; script-src " + with_nonce + "style-src " + with_nonce +
         "img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'; "
         "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}

// The pages need none of these; nor does what might get into them.
constexpr std::string_view kPermissionsPolicy =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
    "midi=(), payment=(), serial=(), usb=()";

constexpr std::string_view kNonceMark = "LUUVET-CSP-NONCE";

std::string new_nonce() {
  constexpr std::size_t kBytes = 18;  // no padding in base64
  unsigned char bytes[kBytes];
  if (RAND_bytes(bytes, sizeof bytes) != 1) throw std::runtime_error("no random bytes for a nonce");
  unsigned char text[kBytes / 3 * 4 + 1];
  EVP_EncodeBlock(text, bytes, kBytes);
  return reinterpret_cast<const char*>(text);
}

std::string with_nonce(std::string_view page, std::string_view nonce) {
  std::string filled;
  filled.reserve(page.size() + 16 * nonce.size());
  for (std::size_t mark; (mark = page.find(kNonceMark)) != std::string_view::npos;) {
    filled.append(page.substr(0, mark)).append(nonce);
    page.remove_prefix(mark + kNonceMark.size());
  }
  return filled.append(page);
}

constexpr auto kContentTypes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".pdf", "application/pdf"},
});

// Paths that are never a view of the client.
constexpr auto kTechnical =
    std::to_array<std::string_view>({"/api", "/audit", "/assets", "/healthz", "/readyz", "/metrics"});

std::string content_type_of(std::string_view path) {
  for (const auto& [ending, type] : kContentTypes)
    if (path.ends_with(ending)) return std::string(type);
  return "application/octet-stream";
}

// "/assets/<name>-<eight or more letters, digits, - or _>.<ending>", as the client's bundler names what it hashes.
bool has_hashed_name(std::string_view path) {
  constexpr std::size_t kHashLength = 8;
  if (!path.starts_with("/assets/")) return false;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::string_view stem = name.substr(0, name.find('.', kHashLength));
  return stem.size() > kHashLength && stem.size() < name.size() && stem[stem.size() - kHashLength - 1] == '-';
}

std::string etag_of(std::string_view bytes, std::string_view coding) {
  static constexpr char kDigits[] = "0123456789abcdef";
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
  std::string tag = "\"";
  for (std::size_t at = 0; at < 16; ++at) {
    tag += kDigits[digest[at] >> 4];
    tag += kDigits[digest[at] & 0xf];
  }
  if (!coding.empty()) tag += '-' + std::string(coding);
  return tag + '"';
}

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return bytes;
}

// Whether a list such as Accept-Encoding or Accept names `item`, and not with weight 0.
bool names(std::string_view list, std::string_view item) {
  while (!list.empty()) {
    std::string_view entry = list.substr(0, list.find(','));
    list.remove_prefix(std::min(list.size(), entry.size() + 1));
    while (entry.starts_with(' ')) entry.remove_prefix(1);
    const std::string_view name = entry.substr(0, entry.find_first_of("; "));
    const bool excluded = entry.ends_with("q=0") || entry.ends_with("q=0.0") || entry.ends_with("q=0.000");
    if (api::same_ignoring_case(name, item)) return !excluded;
  }
  return false;
}

bool is_view(std::string_view path) {
  return std::ranges::none_of(kTechnical, [&](std::string_view prefix) {
    return path.starts_with(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '/');
  });
}

// If-None-Match: "*" or a list of tags, compared weakly.
bool matches(std::string_view if_none_match, std::string_view etag) {
  if (if_none_match == "*") return true;
  return if_none_match.find(etag) != std::string_view::npos;
}

}  // namespace

StaticFiles StaticFiles::load(const fs::path& folder) {
  if (!fs::is_directory(folder)) throw std::runtime_error(folder.string() + " is no folder");
  StaticFiles files;
  std::size_t total = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_symlink() || !entry.is_regular_file()) continue;
    const std::string path = '/' + entry.path().lexically_relative(folder).generic_string();
    if (path.find("/.") != std::string::npos) continue;
    std::string bytes = read_all(entry.path());
    total += bytes.size();
    if (total > kTotalBytesMax) throw std::runtime_error(folder.string() + " holds more than 64 MiB");
    files.add(path, std::move(bytes));
  }
  // A compressed file without its plain one is no file of its own.
  std::erase_if(files.files_, [](const auto& file) { return !file.second.variants.contains(""); });
  if (!files.files_.contains(kIndex)) throw std::runtime_error(folder.string() + " holds no index.html");
  return files;
}

void StaticFiles::add(const std::string& path, std::string bytes) {
  std::string plain = path;
  std::string coding;
  for (const auto& [ending, name] : {std::pair{".br", "br"}, std::pair{".gz", "gzip"}}) {
    if (!path.ends_with(ending)) continue;
    plain.resize(path.size() - 3);
    coding = name;
  }
  File& file = files_[plain];
  file.content_type = content_type_of(plain);
  file.immutable = has_hashed_name(plain);
  file.is_page = plain == kIndex;
  std::string etag = etag_of(bytes, coding);
  file.variants[coding] = {std::make_shared<const std::string>(std::move(bytes)), std::move(etag)};
}

const StaticFiles::File* StaticFiles::find(const api::Request& request) const {
  const std::string_view path = path_of(request.target);
  if (const auto exact = files_.find(path); exact != files_.end()) return &exact->second;
  const bool navigates = names(request.header("Accept").value_or(""), "text/html");
  if (path != "/" && !(navigates && is_view(path))) return nullptr;
  const auto index = files_.find(kIndex);
  return index == files_.end() ? nullptr : &index->second;
}

const StaticFiles::Variant& StaticFiles::choose(const File& file, const api::Request& request,
                                                std::string_view& coding) {
  const std::string_view accepted = request.header("Accept-Encoding").value_or("");
  for (const std::string_view candidate : {"br", "gzip"}) {
    const auto variant = file.variants.find(candidate);
    if (variant == file.variants.end() || !names(accepted, candidate)) continue;
    coding = candidate;
    return variant->second;
  }
  return file.variants.find("")->second;
}

// Another one each time: without a tag, since an old body would not fit the new policy.
api::Reply StaticFiles::page(const File& file) {
  const std::string nonce = new_nonce();
  api::Reply reply;
  reply.headers = {{"Content-Type", file.content_type},
                   {"Cache-Control", "no-cache"},
                   {"Content-Security-Policy", content_security_policy(nonce)},
                   {"Permissions-Policy", std::string(kPermissionsPolicy)}};
  reply.body = with_nonce(*file.variants.find("")->second.bytes, nonce);
  return reply;
}

std::optional<api::Reply> StaticFiles::reply(const api::Request& request) const {
  if (request.method != "GET") return std::nullopt;
  const File* file = find(request);
  if (file == nullptr) return std::nullopt;
  if (file->is_page) return page(*file);
  std::string_view coding;
  const Variant& variant = choose(*file, request, coding);
  api::Reply reply;
  reply.headers = {{"ETag", variant.etag},
                   {"Cache-Control", file->immutable ? "public, max-age=31536000, immutable" : "no-cache"}};
  if (file->variants.size() > 1) reply.headers.push_back({"Vary", "Accept-Encoding"});
  if (const auto known = request.header("If-None-Match"); known && matches(*known, variant.etag)) {
    reply.status = 304;
    return reply;
  }
  reply.headers.push_back({"Content-Type", file->content_type});
  if (!coding.empty()) reply.headers.push_back({"Content-Encoding", std::string(coding)});
  reply.body = variant.bytes;
  return reply;
}

}  // namespace luuvet::server
