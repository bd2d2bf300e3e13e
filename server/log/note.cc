#include "server/log/note.h"

#include <sodium.h>

#include <cstring>
#include <stdexcept>

#include "server/log/hash.h"

namespace luuvet::server {
namespace {

constexpr char kEd25519 = '\x01';  // the type byte of signature and keys
constexpr std::size_t kKeyIdBytes = 4;
constexpr std::string_view kSecretBegins = "PRIVATE+KEY+";
constexpr std::string_view kSignatureBegins = "\xe2\x80\x94 ";  // em dash, space
constexpr std::size_t kNoteBytesMax = 64 * 1024;

template <std::size_t N>
std::string_view view(const std::array<std::uint8_t, N>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), N};
}
const unsigned char* data(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

void start_sodium() {
  static const int result = sodium_init();
  if (result < 0) throw std::runtime_error("libsodium cannot start");
}

bool is_name(std::string_view name) {
  return !name.empty() && name.find_first_of(" +\t\n\r") == std::string_view::npos;
}

std::string key_id_of(std::string_view name, std::string_view public_key) {
  const Hash hash = sha256({name, "\n", std::string_view(&kEd25519, 1), public_key});
  return std::string(bytes_of(hash).substr(0, kKeyIdBytes));
}

// "<name>+<hex key id>+<base64(type, 32 bytes)>", of verifier and secret keys alike.
struct Key {
  std::string name;
  std::string id;  // 4 bytes
  std::array<std::uint8_t, 32> bytes;
};

std::optional<Key> parse_key(std::string_view text) {
  const std::size_t first = text.find('+');
  const std::size_t second = text.find('+', first + 1);  // base64 may hold more of them
  if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
  Key key{std::string(text.substr(0, first)), {}, {}};
  const auto id = from_hex(text.substr(first + 1, second - first - 1), kKeyIdBytes);
  const auto typed = from_base64(text.substr(second + 1), 1 + key.bytes.size());
  if (!is_name(key.name) || !id || !typed || typed->front() != kEd25519) return std::nullopt;
  key.id = *id;
  std::memcpy(key.bytes.data(), typed->data() + 1, key.bytes.size());
  return key;
}

std::string key_text(std::string_view name, std::string_view id, std::string_view bytes) {
  return std::string(name) + "+" + hex(id) + "+" + base64(std::string(1, kEd25519).append(bytes));
}

// The signature on `line`, "— <name> <base64>", if it is of this key: key id, then 64 bytes.
std::optional<std::string> signature_of(std::string_view line, const Key& key) {
  const std::string begins = std::string(kSignatureBegins) + key.name + " ";
  if (!line.starts_with(begins)) return std::nullopt;
  auto signature = from_base64(line.substr(begins.size()), kKeyIdBytes + crypto_sign_BYTES);
  if (!signature || !signature->starts_with(key.id)) return std::nullopt;
  return signature->substr(kKeyIdBytes);
}

bool verifies(std::string_view signature, std::string_view text, const Key& key) {
  return crypto_sign_verify_detached(data(signature), data(text), text.size(), key.bytes.data()) == 0;
}

}  // namespace

NoteSigner::NoteSigner(std::string name, const std::array<std::uint8_t, 32>& seed) : name_(std::move(name)) {
  crypto_sign_seed_keypair(public_key_.data(), secret_key_.data(), seed.data());
}

NoteSigner::~NoteSigner() {
  sodium_memzero(secret_key_.data(), secret_key_.size());
}

NoteSigner NoteSigner::generate(std::string name) {
  if (!is_name(name)) throw std::invalid_argument("\"" + name + "\" cannot name a key");
  start_sodium();
  std::array<std::uint8_t, 32> seed;
  randombytes_buf(seed.data(), seed.size());
  NoteSigner signer(std::move(name), seed);
  sodium_memzero(seed.data(), seed.size());
  return signer;
}

std::optional<NoteSigner> NoteSigner::parse(std::string_view text) {
  if (!text.starts_with(kSecretBegins)) return std::nullopt;
  start_sodium();
  const std::optional<Key> key = parse_key(text.substr(kSecretBegins.size()));
  if (!key) return std::nullopt;
  NoteSigner signer(key->name, key->bytes);
  if (signer.key_id() != hex(key->id)) return std::nullopt;
  return signer;
}

std::string NoteSigner::key_id() const {
  return hex(key_id_of(name_, view(public_key_)));
}

std::string NoteSigner::verifier_key() const {
  return key_text(name_, key_id_of(name_, view(public_key_)), view(public_key_));
}

std::string NoteSigner::to_text() const {
  const std::string_view seed = view(secret_key_).substr(0, crypto_sign_SEEDBYTES);
  return std::string(kSecretBegins) + key_text(name_, key_id_of(name_, view(public_key_)), seed);
}

std::string NoteSigner::sign(std::string_view text) const {
  std::array<std::uint8_t, crypto_sign_BYTES> signature;
  crypto_sign_detached(signature.data(), nullptr, data(text), text.size(), secret_key_.data());
  std::string note(text);
  note.append("\n").append(kSignatureBegins).append(name_).append(" ");
  return note.append(base64(key_id_of(name_, view(public_key_)).append(view(signature)))).append("\n");
}

std::optional<std::string> open_note(std::string_view note, std::string_view verifier_key) {
  const std::optional<Key> key = parse_key(verifier_key);
  const std::size_t blank = note.rfind("\n\n");
  if (!key || key->id != key_id_of(key->name, view(key->bytes)) || note.size() > kNoteBytesMax) return std::nullopt;
  if (blank == std::string_view::npos || !note.ends_with('\n')) return std::nullopt;
  start_sodium();
  const std::string_view text = note.substr(0, blank + 1);
  bool signed_by_key = false;
  for (std::string_view lines = note.substr(blank + 2); !lines.empty();) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end + 1);
    if (!line.starts_with(kSignatureBegins)) return std::nullopt;
    const auto signature = signature_of(line, *key);
    if (!signature) continue;
    if (!verifies(*signature, text, *key)) return std::nullopt;
    signed_by_key = true;
  }
  if (!signed_by_key) return std::nullopt;
  return std::string(text);
}

}  // namespace luuvet::server
